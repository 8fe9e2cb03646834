"""The cases, and the numbers at which they are tried."""

import itertools

from formula import Formula
from spellings import spellings


def both(*magnitudes):
    return [0.0, *(sign * m for m in magnitudes for sign in (1, -1))]


# Zeros, tiny, moderate, saturated and extreme numbers. The far ones are for formulas without exponentials.
REAL = both(1e-30, 1e-10, 1e-4, 0.0625, 0.5, 1, 3, 20, 45, 100, 1000)
FEW = both(1e-10, 1e-4, 1, 20, 100)
FAR = both(1e-30, 1e-10, 1e-4, 0.0625, 0.5, 1, 3, 20, 1000, 1e10, 1e20)
POSITIVE = [1e-30, 1e-10, 1e-4, 0.0625, 0.5, 1, 1.5, 3, 20, 100, 1000, 1e10]
PROBABILITY = [1e-30, 1e-10, 1e-4, 0.0625, 0.25, 0.5, 0.75, 1 - 2.0 ** -10, 1 - 2.0 ** -24]
TARGET = [0, 0.25, 0.5, 1]
ANSWER = [-1, 1]


class Case:
    """A loss: its spellings, the points at which it is tried, and the right results there.

    The reference is the first spelling in numbers of many digits, or another formula if the pieces of a smooth function have kinks.
    Literals that a type rounds count as inputs, unless the library recognises the constant from its nearest number (exact).
    As many further spellings as varied says are drawn from the first.
    Inputs that only select, as a hard label does, have no derivative.
    stated(point, parameters) gives value and derivatives where the formula itself has none, as 0 · log 0, or None.
    """

    def __init__(self, name, formulas, inputs=None, *, reference=None, parameters=None, where=None, stated=None, also=(), classes=None, label=0, points=None, exact=False, selects=(), varied=0):
        self.name = name
        self.formulas = [formulas] if isinstance(formulas, str) else list(formulas)
        self.formulas += [spelling for spelling in spellings(self.formulas[0], varied) if spelling not in self.formulas]
        self.reference = Formula(reference or self.formulas[0])
        self.parameters = parameters or {}
        self.classes, self.label, self.exact = classes, label, exact
        self.state, self.selects = stated, list(selects)
        if classes:
            self.inputs, self.points = ["logits"], [tuple(p) for p in points]
        else:
            self.inputs = list(inputs)
            self.points = [p for p in itertools.product(*inputs.values()) if where is None or where(*p)]
        self.points += [tuple(p) for p in also]

    def parameter_sets(self):
        """Every combination of the parameters' values."""
        names = list(self.parameters)
        return [dict(zip(names, values)) for values in itertools.product(*(self.parameters[name][0] for name in names))]

    def declared_parameters(self):
        return {name: attribute for name, (_, attribute) in self.parameters.items()}

    def stated(self, point, parameters):
        return self.state(tuple(point), parameters) if self.state else None


def parameter(*values, range=""):
    """The values of a parameter, and its declared range: Minimum = 0."""
    return list(values), range
