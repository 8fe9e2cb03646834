"""Evaluates the tree of a formula with numbers of many digits."""

import operator

import jet
from jet import Jet, mp
from parser import parse

# Written as literals of the type; their rounding counts like that of an input.
NAMED = {
    "Ln2": lambda: mp.ln2,
    "Pi": lambda: mp.pi,
    "HalfLogTwoPi": lambda: mp.log(2 * mp.pi) / 2,
}

ARITHMETIC = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
COMPARISON = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "==": operator.eq, "!=": operator.ne}


def log_sum_exp(x, _=None):
    return jet.log(total([jet.exp(logit) for logit in x]))


def total(x, _=None):
    result = x[0]
    for other in x[1:]:
        result = result + other
    return result


OVER_CLASSES = {
    "logits.LogSumExp": log_sum_exp,
    "logits.Sum": total,
    "logits.LogProbability": lambda x, label: x[label] - log_sum_exp(x),
    "logits.Probability": lambda x, label: jet.exp(x[label] - log_sum_exp(x)),
}


def constant_value(text):
    return NAMED[text]() if text in NAMED else mp.mpf(text)


def is_exact(text):
    """Whether float holds a literal."""
    return text not in NAMED and (float(text) * 2 ** 20).is_integer() and float(text) < 2 ** 24


def constants_of(tree):
    """The literals that a type rounds."""
    if isinstance(tree, tuple) and tree[0] in ("number", "name") and len(tree) == 2:
        return [tree[1]] if (tree[0] == "number" and not is_exact(tree[1])) or tree[1] in NAMED else []
    return list(dict.fromkeys(c for part in tree if isinstance(part, tuple) for c in constants_of(part)))


class Formula:
    """A function of an environment: inputs, parameters and rounded literals by name, the number of variables, and, over classes, logits and label."""

    def __init__(self, text):
        self.text, self.tree = text, parse(text)
        self.constants = constants_of(self.tree)

    def __call__(self, environment):
        return evaluate(self.tree, dict(environment))


def evaluate(tree, e):
    kind, *parts = tree
    if kind in ARITHMETIC:
        return ARITHMETIC[kind](evaluate(parts[0], e), evaluate(parts[1], e))
    if kind in COMPARISON:
        return COMPARISON[kind](evaluate(parts[0], e).value, evaluate(parts[1], e).value)
    match kind:
        case "number" | "name":
            name = parts[0]
            return e[name] if name in e else Jet.constant(len(e["logits"]) if name == "logits.Count" else name, e["count"])
        case "negative":
            return -evaluate(parts[0], e)
        case "not":
            return not evaluate(parts[0], e)
        case "&&":
            return evaluate(parts[0], e) and evaluate(parts[1], e)
        case "||":
            return evaluate(parts[0], e) or evaluate(parts[1], e)
        case "if":
            return evaluate(parts[1] if evaluate(parts[0], e) else parts[2], e)
        case "element":
            return e[parts[0]][e["label"]]
        case "call":
            name = parts[0]
            if name in OVER_CLASSES:
                return OVER_CLASSES[name](e["logits"], e["label"])
            return jet.FUNCTIONS[name](*(evaluate(argument, e) for argument in parts[1:]))
        case "let":
            e[parts[0]] = evaluate(parts[1], e)
        case "return":
            return evaluate(parts[0], e)
        case "when":
            return evaluate(parts[1] if evaluate(parts[0], e) else parts[2], e)
        case "block":
            for statement in parts:
                result = evaluate(statement, e)
                if result is not None:
                    return result
        case _:
            raise SyntaxError(kind)
    return None
