namespace Boosting.Tasks;

/// <summary>How well a booster predicts ink.</summary>
/// <param name="Deviance">The mean Tweedie deviance; a predicted mean below one grey level of one pixel counts as that.</param>
/// <param name="RootMeanSquaredError">The root of the mean squared error, in pixels.</param>
/// <param name="Negative">The predicted means below zero.</param>
public sealed record InkScore(double Deviance, double RootMeanSquaredError, int Negative);
