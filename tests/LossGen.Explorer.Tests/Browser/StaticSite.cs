using System.Net;

namespace LossGen.Explorer.Tests.Browser;

/// <summary>Serves the published files as any static server would, compressed where a compressed copy lies beside a file.</summary>
internal sealed class StaticSite : IDisposable
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json",
        [".wasm"] = "application/wasm",
        [".svg"] = "image/svg+xml",
        [".ttf"] = "font/ttf",
    };

    private readonly HttpListener _listener = new();
    private readonly string _root;
    private long _bytes;

    public StaticSite(string root)
    {
        _root = Path.GetFullPath(root);
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>How many bytes were sent.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath).TrimStart('/');
        string file = Path.GetFullPath(Path.Combine(_root, path.Length == 0 ? "index.html" : path));
        using HttpListenerResponse response = context.Response;
        if (!file.StartsWith(_root, StringComparison.Ordinal) || !File.Exists(file))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            return;
        }

        response.ContentType = s_types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        string compressed = file + ".br";
        if (File.Exists(compressed) && context.Request.Headers["Accept-Encoding"]?.Contains("br", StringComparison.Ordinal) == true)
        {
            response.AddHeader("Content-Encoding", "br");
            file = compressed;
        }

        byte[] content = await File.ReadAllBytesAsync(file);
        Interlocked.Add(ref _bytes, content.Length);
        response.ContentLength64 = content.Length;
        await response.OutputStream.WriteAsync(content);
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
