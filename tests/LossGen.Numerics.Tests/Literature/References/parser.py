"""Reads the C# of a formula into a tree of tuples: ("+", a, b), ("call", "Exp", a), ("if", condition, then, otherwise), …"""

import re

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?)|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)|(<=|>=|==|!=|&&|\|\||[-+*/<>!?:(),;={}\[\]]))")
COMPARISONS = ("<", ">", "<=", ">=", "==", "!=")


def tokens(text):
    found, position, text = [], 0, text.rstrip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if not match:
            raise SyntaxError(f"{text[position:]!r} in {text!r}")
        number, name, symbol = match.groups()
        found.append(("number", number) if number else ("name", name) if name else ("symbol", symbol))
        position = match.end()
    return found + [("symbol", "end")]


def parse(text):
    """An expression, or statements that end with a return: ("block", statement, …)."""
    return Parser(text).whole()


class Parser:
    def __init__(self, text):
        self.tokens, self.position, self.has_statements = tokens(text), 0, "return" in text

    def peek(self):
        return self.tokens[self.position][1]

    def next(self):
        self.position += 1
        return self.tokens[self.position - 1]

    def accept(self, *symbols):
        return self.next()[1] if self.peek() in symbols else None

    def expect(self, symbol):
        if not self.accept(symbol):
            raise SyntaxError(f"{symbol} expected at {self.tokens[self.position:][:5]}")

    def whole(self):
        tree = self.block() if self.has_statements else self.conditional()
        self.expect("end")
        return tree

    def block(self):
        statements = []
        while self.peek() not in ("end", "}"):
            statements.append(self.statement())
        return ("block", *statements)

    def braces(self):
        self.expect("{")
        block = self.block()
        self.expect("}")
        return block

    def statement(self):
        if self.accept("return"):
            statement = ("return", self.conditional())
        elif self.accept("if"):
            self.expect("(")
            condition = self.conditional()
            self.expect(")")
            then = self.braces()
            return ("when", condition, then, self.braces() if self.accept("else") else ("block",))
        else:
            self.accept("T", "bool")
            name = self.next()[1]
            self.expect("=")
            statement = ("let", name, self.conditional())
        self.expect(";")
        return statement

    # From the loosest operator to the tightest.

    def conditional(self):
        condition = self.binary(0)
        if not self.accept("?"):
            return condition
        then = self.conditional()
        self.expect(":")
        return ("if", condition, then, self.conditional())

    LEVELS = (("||",), ("&&",), COMPARISONS, ("+", "-"), ("*", "/"))

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while operator := self.accept(*self.LEVELS[level]):
            left = (operator, left, self.binary(level + 1))
        return left

    def unary(self):
        operator = self.accept("-", "!")
        return ("negative" if operator == "-" else "not", self.unary()) if operator else self.primary()

    def primary(self):
        kind, text = self.next()
        if kind == "number":
            return ("number", text)
        if text == "(":
            inner = self.conditional()
            self.expect(")")
            return inner
        if kind != "name":
            raise SyntaxError(f"{text} where a value is expected")
        if self.accept("["):
            self.expect("label")
            self.expect("]")
            return ("element", text)
        if not self.accept("("):
            return ("name", text)
        arguments = []
        while not self.accept(")"):
            arguments.append(self.conditional())
            self.accept(",")
        return ("call", text, *arguments)
