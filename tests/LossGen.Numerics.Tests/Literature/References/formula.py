"""Reads the C# of a formula and evaluates it with numbers of many digits."""

import re

import jet
from jet import Jet, mp

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+)|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)|(<=|>=|==|!=|&&|\|\||[-+*/%<>!?:(),;={}\[\]]))")

# Written as literals of the type; their rounding counts as that of an input does.
NAMED = {
    "Ln2": lambda: mp.ln2,
    "Pi": lambda: mp.pi,
    "HalfLogTwoPi": lambda: mp.log(2 * mp.pi) / 2,
}


def tokens(text):
    found, position = [], 0
    text = text.rstrip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise SyntaxError(f"{text[position:]!r} in {text!r}")
        number, name, symbol = match.groups()
        found.append(("number", number) if number else ("name", name) if name else ("symbol", symbol))
        position = match.end()
    return found + [("symbol", "end")]


class Formula:
    """The formula as a function of an environment: inputs and parameters by name, and, of a formula over classes, the logits and the label."""

    def __init__(self, text):
        self.tokens, self.position, self.constants = tokens(text), 0, []
        self.run = self.body() if "return" in text else self.whole_expression()

    def __call__(self, environment):
        return self.run(dict(environment))

    # Tokens.

    def peek(self):
        return self.tokens[self.position][1] if self.tokens[self.position][0] != "number" else None

    def next(self):
        self.position += 1
        return self.tokens[self.position - 1]

    def accept(self, *symbols):
        if self.peek() in symbols:
            return self.next()[1]
        return None

    def expect(self, symbol):
        if not self.accept(symbol):
            raise SyntaxError(f"{symbol} expected at {self.tokens[self.position:][:5]}")

    # Statements: declarations, assignments, if and return.

    def whole_expression(self):
        expression = self.conditional()
        self.expect("end")
        return expression

    def body(self):
        statements = []
        while self.peek() not in ("end", "}"):
            statements.append(self.statement())

        def run(environment):
            for statement in statements:
                result = statement(environment)
                if result is not None:
                    return result
            return None

        return run

    def block(self):
        self.expect("{")
        body = self.body()
        self.expect("}")
        return body

    def statement(self):
        if self.accept("return"):
            result = self.conditional()
            self.expect(";")
            return result
        if self.accept("if"):
            self.expect("(")
            condition = self.conditional()
            self.expect(")")
            then = self.block()
            otherwise = self.block() if self.accept("else") else lambda e: None
            return lambda e: then(e) if condition(e) else otherwise(e)
        self.accept("T", "bool")
        name = self.next()[1]
        self.expect("=")
        value = self.conditional()
        self.expect(";")

        def assign(environment):
            environment[name] = value(environment)

        return assign

    # Expressions, from the loosest operator to the tightest.

    def conditional(self):
        condition = self.either()
        if not self.accept("?"):
            return condition
        then = self.conditional()
        self.expect(":")
        otherwise = self.conditional()
        return lambda e: then(e) if condition(e) else otherwise(e)

    def either(self):
        left = self.both()
        while self.accept("||"):
            left = (lambda a, b: lambda e: a(e) or b(e))(left, self.both())
        return left

    def both(self):
        left = self.comparison()
        while self.accept("&&"):
            left = (lambda a, b: lambda e: a(e) and b(e))(left, self.comparison())
        return left

    def comparison(self):
        left = self.sum()
        operator = self.accept("<", ">", "<=", ">=", "==", "!=")
        if not operator:
            return left
        right = self.sum()
        compare = {
            "<": lambda a, b: a < b,
            ">": lambda a, b: a > b,
            "<=": lambda a, b: a <= b,
            ">=": lambda a, b: a >= b,
            "==": lambda a, b: a == b,
            "!=": lambda a, b: a != b,
        }[operator]
        return lambda e: compare(left(e).value, right(e).value)

    def sum(self):
        left = self.product()
        while operator := self.accept("+", "-"):
            right = self.product()
            left = (lambda a, b: lambda e: a(e) + b(e))(left, right) if operator == "+" else (lambda a, b: lambda e: a(e) - b(e))(left, right)
        return left

    def product(self):
        left = self.unary()
        while operator := self.accept("*", "/"):
            right = self.unary()
            left = (lambda a, b: lambda e: a(e) * b(e))(left, right) if operator == "*" else (lambda a, b: lambda e: a(e) / b(e))(left, right)
        return left

    def unary(self):
        if self.accept("-"):
            operand = self.unary()
            return lambda e: -operand(e)
        if self.accept("!"):
            operand = self.unary()
            return lambda e: not operand(e)
        return self.primary()

    def primary(self):
        kind, text = self.next()
        if kind == "number":
            return self.literal(text, lambda: mp.mpf(text))
        if text == "(":
            inner = self.conditional()
            self.expect(")")
            return inner
        if kind != "name":
            raise SyntaxError(f"{text} where a value is expected")
        if self.accept("("):
            return self.call(text)
        if self.accept("["):
            self.expect("label")
            self.expect("]")
            return lambda e: e[text][e["label"]]
        if text == "logits.Count":
            return lambda e: Jet.constant(len(e["logits"]), len(e["logits"][0].gradient))
        if text in NAMED:
            return self.literal(text, NAMED[text])
        return lambda e: e[text]

    def literal(self, text, value):
        if float(value()) != value() or not is_float(float(value())):
            if text not in self.constants:
                self.constants.append(text)
            return lambda e: e[text]
        return lambda e: Jet.constant(text, e["count"])

    def call(self, name):
        arguments = []
        while not self.accept(")"):
            arguments.append(self.conditional())
            self.accept(",")
        if name.startswith("logits."):
            return (lambda f: lambda e: f(e["logits"], e["label"]))(OVER_CLASSES[name])
        return (lambda f: lambda e: f(*(a(e) for a in arguments)))(jet.FUNCTIONS[name])


def is_float(x):
    return abs(x) < 2 ** 24 and float(x * 2 ** 20).is_integer()


def constant_value(text):
    return NAMED[text]() if text in NAMED else mp.mpf(text)


def log_sum_exp(x, _):
    total = jet.exp(x[0])
    for other in x[1:]:
        total = total + jet.exp(other)
    return jet.log(total)


def total(x, _):
    result = x[0]
    for other in x[1:]:
        result = result + other
    return result


OVER_CLASSES = {
    "logits.LogSumExp": log_sum_exp,
    "logits.Sum": total,
    "logits.LogProbability": lambda x, label: x[label] - log_sum_exp(x, label),
    "logits.Probability": lambda x, label: jet.exp(x[label] - log_sum_exp(x, label)),
}
