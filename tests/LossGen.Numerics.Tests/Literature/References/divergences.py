"""Divergences, entropies and distances of distributions and embeddings."""

from case import FEW, POSITIVE, PROBABILITY, REAL, Case, parameter

SHARE = [1e-30, 1e-10, 1e-4, 0.25, 0.5, 1 - 2.0 ** -10]
PQ = {"p": SHARE, "q": SHARE}

CASES = [
    Case("KL of shares", ["p * Log(p / q)", "p * (Log(p) - Log(q))", "-p * Log(q / p)", "-p * (Log(q) - Log(p))"], PQ),
    Case("KL of shares with a guard", ["p > 0 ? p * Log(p / q) : 0", "p > 0 ? p * (Log(p) - Log(q)) : 0"], {"p": [0, *SHARE], "q": SHARE}),
    Case("KL of shares from 0", ["p * Log(p / q)", "p * (Log(p) - Log(q))"], {"p": [0], "q": SHARE}, stated=lambda x, p: ["0", "-inf", "0"]),
    Case("KL with its mass", ["p * Log(p / q) - p + q", "p * Log(p / q) + q - p", "q - p + p * Log(p / q)", "p * (Log(p) - Log(q)) - (p - q)"], {"p": [*SHARE, 3], "q": [*SHARE, 3, 3 + 2.0 ** -10]}),
    Case("KL of a target and a logarithm", ["y * (Log(y) - x)", "y > 0 ? y * (Log(y) - x) : 0"], {"y": SHARE, "x": [0, -1e-4, -1, -20, -100]}),
    Case("KL of two logarithms", ["Exp(a) * (a - b)", "T p = Exp(a); return p * (a - b);"], {"a": [0, -1e-10, -1, -20, -1000], "b": [0, -1e-4, -1, -45]}),
    Case("reverse KL with its mass", ["Exp(b - a) - 1 - (b - a)", "T r = b - a; return Exp(r) - 1 - r;", "T r = b - a; return (Exp(r) - 1) - r;"], {"a": [0, -1e-4, -1, -20], "b": [0, -1e-4, -1 - 2.0 ** -10, -45]}),
    Case("binary KL", ["p * Log(p / q) + (1 - p) * Log((1 - p) / (1 - q))", "p * (Log(p) - Log(q)) + (1 - p) * (LogP1(-p) - LogP1(-q))"], {"p": [1e-4, 0.25, 0.5, 1 - 2.0 ** -10], "q": [1e-4, 0.25, 0.5, 0.5 + 2.0 ** -10, 1 - 2.0 ** -10]}, where=lambda p, q: p != q),
    Case("Jensen-Shannon", ["T m = (p + q) / 2; return 0.5 * (p * Log(p / m) + q * Log(q / m));", "T m = 0.5 * (p + q); return 0.5 * p * Log(p / m) + 0.5 * q * Log(q / m);"], {"p": [1e-10, 1e-4, 0.25, 0.5], "q": [1e-10, 1e-4, 0.25, 1 - 2.0 ** -10]}, where=lambda p, q: p != q),
    Case("Hellinger", ["(Sqrt(p) - Sqrt(q)) * (Sqrt(p) - Sqrt(q))", "T d = Sqrt(p) - Sqrt(q); return 0.5 * d * d * 2;", "Pow(Sqrt(p) - Sqrt(q), 2)"], PQ),
    Case("Hellinger's sum", "p + q - 2 * Sqrt(p * q)", {"p": [1e-4, 0.25, 0.5], "q": [1e-4, 0.5, 1]}, where=lambda p, q: p != q),
    Case("Bhattacharyya", "-Log(Sqrt(p * q))", PQ),
    Case("chi-squared", ["(p - q) * (p - q) / q"], PQ),
    Case("triangular discrimination", "(p - q) * (p - q) / (p + q)", PQ),
    Case("alpha divergence", "(Pow(p, alpha) * Pow(q, 1 - alpha) - alpha * p - (1 - alpha) * q) / (alpha * (alpha - 1))", {"p": [1e-4, 0.25, 1], "q": [1e-4, 0.5, 3]}, where=lambda p, q: p != q, parameters={"alpha": parameter(0.5, 2)}),
    Case("beta divergence", "(Pow(y, beta) + (beta - 1) * Pow(x, beta) - beta * y * Pow(x, beta - 1)) / (beta * (beta - 1))", {"y": [1e-4, 0.25, 1], "x": [1e-4, 0.5, 3]}, where=lambda y, x: y != x, parameters={"beta": parameter(1.5, 2)}),
    Case("entropy of a share", ["-p * Log(p)", "p > 0 ? -p * Log(p) : 0"], {"p": SHARE}),
    Case("cosine distance in the plane", ["1 - (a * c + b * d) / (Sqrt(a * a + b * b) * Sqrt(c * c + d * d))"], {"a": [1, 3], "b": [0, 1], "c": [1, 3, -1], "d": [0, 2]}, where=lambda a, b, c, d: a * d != b * c),
    Case("hyperbolic distance", ["T d = 1 + 2 * e / ((1 - u) * (1 - v)); return Log(d + Sqrt(d * d - 1));", "T z = 2 * e / ((1 - u) * (1 - v)); return LogP1(z + Sqrt(z * (z + 2)));"], {"e": [1e-10, 1e-4, 0.5], "u": [0, 0.5, 1 - 2.0 ** -10], "v": [0, 0.25]}),
    Case("contrastive", ["z * d * d + (1 - z) * Max(m - d, 0) * Max(m - d, 0)", "T g = Max(m - d, 0); return 0.5 * (z * d * d + (1 - z) * g * g) * 2;"], {"z": [0, 1], "d": [0, 1e-10, 0.5, 20]}, parameters={"m": parameter(1, range="Minimum = 0")}),
    Case("contrastive of a point", ["T d = Sqrt(x * x + y * y); T g = Max(1 - d, 0); return z > 0 ? d * d : g * g;"], {"x": [0, 1e-10, 0.25, 3], "y": [0, -1e-10, 0.25], "z": [1]}, selects=["z"]),
    Case("triplet of distances", ["Max(p - n + margin, 0)", "Max(0, p - n + margin)"], {"p": [0, 0.5, 1, 20], "n": [0, 0.25, 3]}, parameters={"margin": parameter(1, range="Minimum = 0")}, where=lambda p, n: p - n + 1 != 0),
    Case("triplet in the plane", "T p = Sqrt(a * a + b * b); T n = Sqrt(c * c + d * d); return Max(p - n + 1, 0);", {"a": [0, 1e-10, 1], "b": [0, 3], "c": [0, 1], "d": [0, 1]}, where=lambda a, b, c, d: (a * a + b * b) ** 0.5 - (c * c + d * d) ** 0.5 != -1),
    Case("soft triplet", ["Log(1 + Exp(p - n))", "Max(p - n, 0) + Log(1 + Exp(-Abs(p - n)))"], {"p": [0, 0.5, 20, 1000], "n": [0, 0.5, 45, 1000]}, reference="Log(1 + Exp(p - n))"),
    Case("angular", "1 - Cos(a - b)", {"a": [0, 1e-4, 1, 3], "b": [0, -1, 2]}, where=lambda a, b: a != b),
    Case("root mean square of two", ["Sqrt((x * x + y * y) / 2)", "Sqrt(0.5 * (x * x + y * y))"], {"x": [0, 1e-30, 1e-10, 1, 1e20], "y": [0, 1e-30, -3, 1e20]}),
    Case("intersection over union", ["1 - i / (a + b - i)"], {"i": [0, 0.25, 0.5], "a": [1, 3], "b": [0.75, 20]}),
    Case("Dice of two", ["1 - 2 * p * z / (p + z)"], {"p": [0.25, 0.5, 0.75], "z": [1, 0.5]}, where=lambda p, z: p != z),
    Case("Tversky of one", "1 - (p * z + 1) / (p * z + a * p * (1 - z) + b * (1 - p) * z + 1)", {"p": [1e-4, 0.25, 0.5, 1], "z": [0.5, 1]}, parameters={"a": parameter(0.25), "b": parameter(0.75)}, where=lambda p, z: p < 1),
]
