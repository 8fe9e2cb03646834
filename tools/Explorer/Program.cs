using LossGen.Explorer.Components;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<Workbench>("#explorer");
await builder.Build().RunAsync();
