"""Losses of pairs, of preferences and of policies."""

from case import ANSWER, FEW, REAL, Case, parameter

PAIR = {"a": [*FEW, 1000, -1000], "b": FEW}

CASES = [
    Case("Bradley-Terry", ["-Log(1 / (1 + Exp(-(a - b))))", "Log(1 + Exp(b - a))", "-Log(Exp(a) / (Exp(a) + Exp(b)))", "-(a - Log(Exp(a) + Exp(b)))", "-a + Max(a, b) + Log(1 + Exp(-Abs(a - b)))", "Log(Exp(a) + Exp(b)) - a", "T d = a - b; return -Log(1 / (1 + Exp(-d)));"], PAIR, reference="Log(1 + Exp(b - a))", varied=6),
    Case("DPO", ["-Log(1 / (1 + Exp(-(beta * (a - b)))))", "Log(1 + Exp(-beta * (a - b)))", "T s = beta * (a - b); return -(Min(s, 0) - LogP1(Exp(-Abs(s))));"], PAIR, reference="Log(1 + Exp(-(beta * (a - b))))", parameters={"beta": parameter(0.125, 1)}, varied=4),
    Case("DPO with a reference", "T s = beta * (a - b - (c - d)); return -Log(1 / (1 + Exp(-s)));", {"a": [0, -100], "b": [-1, -1000], "c": [0, -20], "d": [-1, -20.5]}, parameters={"beta": parameter(0.125, 1)}),
    Case("conservative DPO", ["T s = beta * (a - b); return (1 - e) * Log(1 + Exp(-s)) + e * Log(1 + Exp(s));", "T s = beta * (a - b); return -(1 - e) * Log(1 / (1 + Exp(-s))) - e * Log(1 - 1 / (1 + Exp(-s)));"], PAIR,
         parameters={"beta": parameter(0.125, 1), "e": parameter(0.125)}),
    Case("IPO", "T h = a - b - 0.5 / tau; return h * h;", {"a": [0, -100], "b": [-1, -3]}, parameters={"tau": parameter(0.125)}),
    Case("odds ratio preference", ["T o = a - b - (Log(1 - Exp(a)) - Log(1 - Exp(b))); return -Log(1 / (1 + Exp(-o)));", "T o = a - b - (LogP1(-Exp(a)) - LogP1(-Exp(b))); return Log(1 + Exp(-o));"],
         {"a": [-1e-4, -0.5, -3, -45], "b": [-1e-4, -1, -20]}, reference="T o = a - b - (Log(1 - Exp(a)) - Log(1 - Exp(b))); return Log(1 + Exp(-o));"),
    Case("KTO", ["1 - 1 / (1 + Exp(-(beta * (a - b))))"], PAIR, parameters={"beta": parameter(0.125, 1)}),
    Case("RankNet", ["Log(1 + Exp(-s * (a - b)))"], PAIR, parameters={"s": parameter(1, 2)}),
    Case("RankNet with a target", ["(1 - z) * (a - b) + Log(1 + Exp(-(a - b)))", "T d = a - b; return -z * d + Log(1 + Exp(d));", "T d = a - b; return Max(d, 0) - z * d + Log(1 + Exp(-Abs(d)));"], {"a": [*FEW, 1000, -1000], "b": [0, 1], "z": [0, 0.5, 1]},
         reference="Log(1 + Exp(a - b)) - z * (a - b)"),
    Case("RankNet in bits", ["Log2(1 + Exp(-(a - b)))", "Log2(1 + Exp(b - a))"], PAIR),
    Case("LambdaRank's gain", ["w * Log(1 + Exp(-s * (a - b)))"], {"a": FEW, "b": [0, 1], "w": [0, 0.25, 3]}, parameters={"s": parameter(1)}),
    Case("margin ranking", ["Max(0, -y * (a - b) + m)", "Max(m - y * (a - b), 0)"], {"a": [0, 1e-10, -3, 20], "b": [0, 1], "y": ANSWER}, parameters={"m": parameter(0.25)}),
    Case("PPO", [
        "T r = Exp(a - b); return -Min(r * g, Clamp(r, 1 - e, 1 + e) * g);",
        "T r = Exp(a - b); T c = Min(Max(r, 1 - e), 1 + e); return Max(-r * g, -c * g);",
    ], {"a": [-1, -1.0625, -3, -100], "b": [-1.125, -2, -1000], "g": [-1, 2]}, parameters={"e": parameter(0.25)}, selects=["g"], reference="T r = Exp(a - b); return -Min(r * g, Clamp(r, 1 - e, 1 + e) * g);"),
    Case("KL estimator of policies", ["Exp(b - a) - (b - a) - 1", "T r = b - a; return Exp(r) - r - 1;", "T r = b - a; return ExpM1(r) - r;"], {"a": [-1, -1.0625, -3, -20], "b": [-1, -1 - 2.0 ** -12, -2]}),
    Case("entropy bonus", ["Exp(a) * a", "a * Exp(a)"], {"a": [0, -1e-10, -1, -45, -1000]}),
    Case("squashed Gaussian's correction", ["2 * (Ln2 - u - Log(1 + Exp(-2 * u)))", "T t = Tanh(u); return Log(1 - t * t);", "Log(1 - Tanh(u) * Tanh(u))", "Log(4) - 2 * u - 2 * Log(1 + Exp(-2 * u))", "-2 * (u + LogP1(Exp(-2 * u)) - Ln2)"], {"u": [*REAL, 1e-6]}, exact=True, reference="-2 * Log((Exp(u) + Exp(-u)) / 2)"),
    Case("InfoNCE of two", ["-Log(Exp(a / t) / (Exp(a / t) + Exp(b / t)))", "Log(Exp(a / t) + Exp(b / t)) - a / t", "Log(1 + Exp((b - a) / t))"], {"a": [0, 1, -1, 0.5], "b": [0, 1, -1]}, reference="Log(1 + Exp((b - a) / t))", parameters={"t": parameter(0.0625, 1)}),
    Case("InfoNCE of three", ["-a + Log(Exp(a) + Exp(b) + Exp(c))", "-Log(Exp(a) / (Exp(a) + Exp(b) + Exp(c)))", "T m = Max(a, Max(b, c)); return m - a + Log(Exp(a - m) + Exp(b - m) + Exp(c - m));"], {"a": [0, 20, 100, -100], "b": [0, 1, -20], "c": [0, 0.5]},
         reference="Log(1 + Exp(b - a) + Exp(c - a))"),
    Case("NCE", ["-Log(Exp(a) / (Exp(a) + k * Exp(b)))", "T d = a - b - Log(k); return Log(1 + Exp(-d));"], PAIR, reference="Log(1 + k * Exp(b - a))", parameters={"k": parameter(1, 8)}),
    Case("negative sampling", ["-Log(1 / (1 + Exp(-a))) - Log(1 / (1 + Exp(b)))", "Log(1 + Exp(-a)) + Log(1 + Exp(b))", "-Log(1 / (1 + Exp(-a))) - Log(1 - 1 / (1 + Exp(-b)))"], PAIR),
    Case("circle loss of two", "Log(1 + Exp(g * (b - m)) * Exp(-g * (a - 1 + m)))", {"a": [0, 0.5, 1, -1], "b": [0, 0.5, 1, -1]}, parameters={"g": parameter(1, 64), "m": parameter(0.25)}),
    Case("circle loss of two, in one exponential", "Log(1 + Exp(g * (b - m) - g * (a - 1 + m)))", {"a": [0, 0.5, 1, -1], "b": [0, 0.5, 1, -1]}, parameters={"g": parameter(1, 64), "m": parameter(0.25)}),
    Case("sigmoid contrastive", ["Log(1 + Exp(-z * (t * x + b)))", "-Log(1 / (1 + Exp(z * (-t * x - b))))"], {"x": [0, 1, -1, 0.5], "z": ANSWER, "b": [-10, 0]}, parameters={"t": parameter(10)}),
    Case("non-saturating generator", ["-Log(1 / (1 + Exp(-x)))", "T d = 1 / (1 + Exp(-x)); return -Log(d);", "T d = 0.5 * (Tanh(0.5 * x) + 1); return -Log(d);"], {"x": REAL}, reference="Log(1 + Exp(-x))"),
    Case("discriminator", ["-Log(1 / (1 + Exp(-a))) - Log(1 - 1 / (1 + Exp(-b)))", "T p = 1 / (1 + Exp(-a)); T q = 1 / (1 + Exp(-b)); return -(Log(p) + Log(1 - q));"], PAIR, reference="Log(1 + Exp(-a)) + Log(1 + Exp(b))"),
    Case("relativistic", ["-Log(1 / (1 + Exp(-(a - b)))) - Log(1 - 1 / (1 + Exp(-(b - a))))"], PAIR, reference="2 * Log(1 + Exp(b - a))"),
    Case("temperature of a sigmoid", "1 / (1 + Exp(-x / t))", {"x": REAL, "t": [0.25, 1, 20]}),
]
