"""Losses over classes: formulas of the logits of a location and its label."""

from case import Case, parameter

SPREAD = [0, 1e-10, 1e-4, 0.5, 1, 20, 45, 100, 1000]

# Ties, one logit that is above or below the others by any distance, near and far from 0.
THREE = [
    (0, 0, 0), (1, 1, 1), (1000, 1000, 1000), (1, 0, -1), (0, 1e-4, -1e-4), (0.5, 20, -3), (-1, 45, 45), (1000, 999.5, -1000), (-1000, -1000.5, -999),
    *((s, 0, 0.5) for s in SPREAD[1:]), *((-s, 0, 0.5) for s in SPREAD[1:]), (20, 0, -1000), (-20, 20, 20),
]
TWO = [(0, 0), *((s, 0) for s in SPREAD[1:]), *((-s, 0) for s in SPREAD[1:]), (1000, 999.5), (-1000, -1000), (20, -20)]
TEN = [tuple(0.25 * i - 1 for i in range(10)), (20, *[0] * 9), (-100, *[0.5] * 9), (100, *range(-5, 4)), (0, *[1e-4] * 9)]


def over(name, formulas, **options):
    """The same over three, two and ten classes, the label being the first, and over three with the label last."""
    first = {"points": THREE, "classes": 3, "label": 0} | options
    return [
        Case(name, formulas, **first),
        Case(name + ", last label", formulas, **first | {"label": 2}),
        Case(name + ", two classes", formulas, **first | {"points": TWO, "classes": 2}),
        Case(name + ", ten classes", formulas, **first | {"points": TEN, "classes": 10}),
    ]


def three(name, formulas, **options):
    return [Case(name, formulas, **{"points": THREE, "classes": 3, "label": 0} | options)]


CASES = [
    *over("cross-entropy over classes", ["-logits.LogProbability(label)", "-Log(logits.Probability(label))", "logits.LogSumExp() - logits[label]"]),
    *over("log of the others' probability", ["-Log(1 - logits.Probability(label))", "-LogP1(-logits.Probability(label))", "T p = logits.Probability(label); T q = 1 - p; return -Log(q);", "-Log(1 - Exp(logits.LogProbability(label)))", "-Log(-ExpM1(logits.LogProbability(label)))"]),
    *three("log of the others' probability, varied", "-Log(1 - logits.Probability(label))", varied=6),
    *over("logit over classes", ["Log(logits.Probability(label) / (1 - logits.Probability(label)))", "T p = logits.Probability(label); return Log(p) - Log(1 - p);", "T p = logits.Probability(label); return Log(p / (1 - p));"]),
    *three("odds of the others", ["T p = logits.Probability(label); return (1 - p) / p;", "T p = logits.Probability(label); return 1 / p - 1;", "1 / logits.Probability(label) - 1"]),
    *over("probability of the others", ["1 - logits.Probability(label)", "-logits.Probability(label) + 1"]),
    *three("probability of the others, twice", ["2 - 2 * logits.Probability(label)", "2 * (1 - logits.Probability(label))", "T p = logits.Probability(label); return 1 - p + (1 - p);"]),
    *three("probability of the others, through the logarithm", ["-ExpM1(logits.LogProbability(label))", "1 - Exp(logits.LogProbability(label))"]),
    *over("focal loss over classes", [
        "T p = logits.Probability(label); return -Pow(1 - p, gamma) * Log(p);",
        "-Pow(1 - logits.Probability(label), gamma) * logits.LogProbability(label)",
        "T l = logits.LogProbability(label); return -Pow(1 - Exp(l), gamma) * l;",
        "T l = logits.LogProbability(label); return Pow(-ExpM1(l), gamma) * -l;",
    ], parameters={"gamma": parameter(0, 0.5, 1, 2, range="Minimum = 0")}),
    *three("a power of the others' probability", ["Pow(1 - logits.Probability(label), gamma)", "T p = logits.Probability(label); return Pow(1 - p, gamma);"], parameters={"gamma": parameter(0, 0.5, 1, 2, range="Minimum = 0")}),
    *three("Poly-1", ["-logits.LogProbability(label) + e * (1 - logits.Probability(label))"], parameters={"e": parameter(1, range="Minimum = -1")}),
    *three("generalised cross-entropy", ["(1 - Pow(logits.Probability(label), q)) / q", "T p = logits.Probability(label); return (1 - Pow(p, q)) / q;", "(1 - Exp(q * logits.LogProbability(label))) / q"], parameters={"q": parameter(0.5, 0.75, 1, range="Minimum = 0.125")}),
    *three("Tsallis", ["(1 - Pow(logits.Probability(label), q - 1)) / (q - 1)"], parameters={"q": parameter(1.5, 2)}),
    *three("bi-tempered logarithm", ["-(Pow(logits.Probability(label), 1 - t) - 1) / (1 - t)", "T p = logits.Probability(label); return (1 - Pow(p, 1 - t)) / (1 - t);"], parameters={"t": parameter(0.5, 0.25, range="Minimum = 0, Maximum = 0.875")}),
    *three("label smoothing", ["(1 - e) * -logits.LogProbability(label) + e * (logits.LogSumExp() - logits.Sum() / logits.Count)", "logits.LogSumExp() - (1 - e) * logits[label] - e * logits.Sum() / logits.Count"], parameters={"e": parameter(0.125, 0.5)}),
    *three("mean absolute error over classes", ["2 * (1 - logits.Probability(label))", "2 - 2 * logits.Probability(label)"]),
    *three("Brier score of the label", ["T r = 1 - logits.Probability(label); return r * r;", "Pow(1 - logits.Probability(label), 2)"]),
    *three("symmetric cross-entropy", "-a * logits.LogProbability(label) + b * 4 * (1 - logits.Probability(label))", parameters={"a": parameter(0.125), "b": parameter(1)}),
    *three("normalised cross-entropy", "-logits.LogProbability(label) / (1 - logits.LogProbability(label))"),
    *three("unlikelihood", ["-Log(1 - logits.Probability(label))", "-Log(-ExpM1(logits.LogProbability(label)))", "-LogP1(-Exp(logits.LogProbability(label)))"]),
    *three("cross-entropy and z-loss", "-logits.LogProbability(label) + 0.0625 * logits.LogSumExp() * logits.LogSumExp()"),
    *three("square root of a probability", ["1 - Sqrt(logits.Probability(label))", "2 * (1 - Sqrt(logits.Probability(label)))"]),
    *three("Savage over classes", ["T r = 1 - logits.Probability(label); return 4 * r * r;"]),
    *three("information of the label in bits", ["-Log2(logits.Probability(label))", "-logits.LogProbability(label) / Ln2"]),
    *three("probability and its logarithm", ["-logits.Probability(label) * logits.LogProbability(label)", "T p = logits.Probability(label); return -p * Log(p);"]),
    *three("binary entropy of the label", ["T p = logits.Probability(label); return -p * Log(p) - (1 - p) * Log(1 - p);", "T p = logits.Probability(label); return -(p * Log(p) + (1 - p) * LogP1(-p));"]),
    *three("Gini of the label", ["T p = logits.Probability(label); return p * (1 - p);", "T p = logits.Probability(label); return p - p * p;"]),
    *three("clipped cross-entropy", "-Log(Max(logits.Probability(label), 0.0009765625))"),
    *three("capped cross-entropy", "Min(-logits.LogProbability(label), 5)"),
    *three("asymmetric focal loss over classes", "-(1 - logits.Probability(label)) * (1 - logits.Probability(label)) * logits.LogProbability(label)"),
    *three("margin of log-odds", ["T p = logits.Probability(label); return Log(1 + (1 - p) / p);", "T p = logits.Probability(label); T s = Log(p / (1 - p)); return Log(1 + Exp(-s));"], reference="-logits.LogProbability(label)"),
    *three("hinge of log-odds", ["T p = logits.Probability(label); return Max(0, 1 - Log(p / (1 - p)));", "T p = logits.Probability(label); return Max(1 - (Log(p) - Log(1 - p)), 0);"]),
    *three("softmax entropy bound", "logits.LogSumExp() - logits.Sum() / logits.Count"),
]
