"""Other ways to write a formula: seeded, so that the corpus is reproducible."""

import random
import zlib

from parser import COMPARISONS, parse

PRECEDENCE = {"if": 0, "||": 1, "&&": 2, **{c: 3 for c in COMPARISONS}, "+": 4, "-": 4, "*": 5, "/": 5, "negative": 6, "not": 6}
MIRROR = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
OPPOSITE = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "==": "!=", "!=": "=="}
ZERO, ONE, TWO, HALF = (("number", n) for n in ("0", "1", "2", "0.5"))


def spellings(text, count):
    """Up to the given number of spellings, all different. A kink may move to another piece: the function as a whole must be smooth."""
    dice, found = random.Random(zlib.crc32(text.encode())), []
    for _ in range(20 * count):
        spelling = written(varied(parse(text), dice), dice)
        if len(found) < count and spelling != text and spelling not in found:
            found.append(spelling)
    return found


def varied(tree, dice):
    kind, *parts = tree
    if kind in ("number", "name", "element"):
        return tree
    tree = (kind, parts[0], *(varied(p, dice) for p in parts[1:])) if kind == "call" else (kind, *(varied(p, dice) for p in parts))
    ways = list(ways_of(tree))
    return dice.choice(ways) if ways and dice.random() < 0.6 else tree


def ways_of(tree):
    match tree:
        case ("+", a, b):
            yield ("+", b, a)
        case ("-", a, b):
            yield ("+", ("negative", b), a)
            yield ("negative", ("-", b, a))
            if a == ONE and b[:2] == ("call", "Exp"):
                yield ("negative", ("call", "ExpM1", b[2]))
            if b == ONE and a[:2] == ("call", "Exp"):
                yield ("call", "ExpM1", a[2])
        case ("*", a, b):
            yield ("*", b, a)
            if a == TWO:
                yield ("+", b, b)
        case ("/", a, b):
            if b == TWO:
                yield ("*", HALF, a)
            elif a != ONE and b[0] != "number":
                yield ("*", a, ("/", ONE, b))
        case ("negative", a):
            yield ("*", a, ("negative", ONE))
            yield ("-", ZERO, a)
        case ("call", "Log", ("+", a, b)) if ONE in (a, b):
            yield ("call", "LogP1", b if a == ONE else a)
        case ("call", "LogP1", a):
            yield ("call", "Log", ("+", ONE, a))
            yield ("call", "Log", ("+", a, ONE))
        case ("call", "ExpM1", a):
            yield ("-", ("call", "Exp", a), ONE)
        case ("call", "Exp", ("negative", a)):
            yield ("/", ONE, ("call", "Exp", a))
        case ("call", "Max", a, b):
            yield ("call", "Max", b, a)
            yield ("if", (">", a, b), a, b)
            yield ("if", (">=", b, a), b, a)
            yield ("negative", ("call", "Min", ("negative", a), ("negative", b)))
        case ("call", "Min", a, b):
            yield ("call", "Min", b, a)
            yield ("if", ("<", a, b), a, b)
        case ("call", "Abs", a):
            yield ("call", "Max", a, ("negative", a))
            yield ("if", ("<", a, ZERO), ("negative", a), a)
        case ("if", (comparison, a, b), then, otherwise):
            yield ("if", (MIRROR[comparison], b, a), then, otherwise)
            yield ("if", (OPPOSITE[comparison], a, b), otherwise, then)


def written(tree, dice):
    """As one expression, or with a part in a local variable, or, for a conditional, with an if."""
    if tree[0] == "if" and dice.random() < 0.5:
        return f"if ({text_of(tree[1])}) {{ return {text_of(tree[2])}; }} return {text_of(tree[3])};"
    calls = [part for part in parts_of(tree) if part[0] == "call"]
    if not calls or dice.random() < 0.5:
        return text_of(tree)
    local = dice.choice(calls)
    if local == tree:
        return text_of(tree)
    return f"T part = {text_of(local)}; return {text_of(replaced(tree, local))};"


def parts_of(tree):
    yield tree
    for part in tree[1:]:
        if isinstance(part, tuple):
            yield from parts_of(part)


def replaced(tree, part):
    if tree == part:
        return ("name", "part")
    return tuple(replaced(p, part) if isinstance(p, tuple) else p for p in tree)


def text_of(tree, least=0):
    kind, *parts = tree
    match kind:
        case "number" | "name":
            return parts[0]
        case "element":
            return f"{parts[0]}[label]"
        case "call":
            return f"{parts[0]}({', '.join(map(text_of, parts[1:]))})"
        case "negative" | "not":
            text = ("-" if kind == "negative" else "!") + text_of(parts[0], 7)
        case "if":
            text = f"{text_of(parts[0], 1)} ? {text_of(parts[1], 1)} : {text_of(parts[2])}"
        case _:
            level = PRECEDENCE[kind]
            text = f"{text_of(parts[0], level)} {kind} {text_of(parts[1], level + 1)}"
    return f"({text})" if PRECEDENCE[kind] < least else text
