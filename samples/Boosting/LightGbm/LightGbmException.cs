namespace Boosting.LightGbm;

/// <summary>LightGBM is not available, or refused something.</summary>
public sealed class LightGbmException(string message, Exception? cause = null) : Exception(message, cause);
