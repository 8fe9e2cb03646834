"""Numbers of many digits that carry their first and second derivatives (forward differentiation)."""

import mpmath

mp = mpmath.mp


def times(a, b):
    """A product in which 0 wins: a derivative of 0 contributes nothing, however steep the rest is."""
    return mp.mpf(0) if a == 0 or b == 0 else a * b


class Jet:
    """A value, its gradient and its Hessian with respect to the variables of a case.

    The conventions at kinks are the library's: |x| has derivative 0 at 0, Max and Min of equal arguments have the derivative of the second one,
    and a condition has that of the side it takes.
    """

    def __init__(self, value, gradient, hessian):
        self.value, self.gradient, self.hessian = value, gradient, hessian

    @staticmethod
    def constant(value, count):
        zero = mp.mpf(0)
        return Jet(mp.mpf(value), [zero] * count, [[zero] * count for _ in range(count)])

    @staticmethod
    def variable(value, index, count):
        jet = Jet.constant(value, count)
        jet.gradient[index] = mp.mpf(1)
        return jet

    def chain(self, value, first, second):
        """f(self), from f, f' and f'' at the value."""
        n = range(len(self.gradient))
        g, h = self.gradient, self.hessian
        return Jet(
            value,
            [times(first, g[i]) for i in n],
            [[times(first, h[i][j]) + times(second, times(g[i], g[j])) for j in n] for i in n],
        )

    def __add__(self, other):
        n = range(len(self.gradient))
        return Jet(
            self.value + other.value,
            [self.gradient[i] + other.gradient[i] for i in n],
            [[self.hessian[i][j] + other.hessian[i][j] for j in n] for i in n],
        )

    def __neg__(self):
        return self.chain(-self.value, mp.mpf(-1), mp.mpf(0))

    def __sub__(self, other):
        return self + (-other)

    def __mul__(self, other):
        n = range(len(self.gradient))
        a, b, ga, gb = self.value, other.value, self.gradient, other.gradient
        return Jet(
            a * b,
            [times(a, gb[i]) + times(b, ga[i]) for i in n],
            [
                [times(a, other.hessian[i][j]) + times(b, self.hessian[i][j]) + times(ga[i], gb[j]) + times(ga[j], gb[i]) for j in n]
                for i in n
            ],
        )

    def __truediv__(self, other):
        b = other.value
        return self * other.chain(reciprocal(b), -reciprocal(b * b), 2 * reciprocal(b * b * b))


def reciprocal(x):
    return mp.inf if x == 0 else 1 / x


def exp(x):
    e = mp.exp(x.value)
    return x.chain(e, e, e)


def exp2(x):
    e = mp.power(2, x.value)
    return x.chain(e, e * mp.ln2, e * mp.ln2 ** 2)


def expm1(x):
    e = mp.exp(x.value)
    return x.chain(e - 1, e, e)


def log(x):
    if x.value < 0:
        raise ValueError("the logarithm of a negative number")
    value = -mp.inf if x.value == 0 else mp.log(x.value)
    return x.chain(value, reciprocal(x.value), -reciprocal(x.value * x.value))


def log2(x):
    return log(x) * Jet.constant(1 / mp.ln2, len(x.gradient))


def logp1(x):
    return log(Jet.constant(1, len(x.gradient)) + x)


def sqrt(x):
    root = mp.sqrt(x.value)
    return x.chain(root, reciprocal(2 * root), -reciprocal(4 * root * x.value))


def tanh(x):
    t = mp.tanh(x.value)
    return x.chain(t, 1 - t * t, -2 * t * (1 - t * t))


def sin(x):
    s, c = mp.sin(x.value), mp.cos(x.value)
    return x.chain(s, c, -s)


def cos(x):
    s, c = mp.sin(x.value), mp.cos(x.value)
    return x.chain(c, -s, -c)


def absolute(x):
    return x.chain(abs(x.value), mp.mpf(mp.sign(x.value)), mp.mpf(0))


def sign(x):
    return Jet.constant(mp.sign(x.value), len(x.gradient))


def floor(x):
    return Jet.constant(mp.floor(x.value), len(x.gradient))


def maximum(a, b):
    return a if a.value > b.value else b


def minimum(a, b):
    return a if a.value < b.value else b


def clamp(x, low, high):
    """Derivative 0 at both limits."""
    return low if x.value <= low.value else high if x.value >= high.value else x


def fused_multiply_add(a, b, c):
    return a * b + c


def power(x, exponent):
    """The exponent is the same for all elements. At a base of 0 each derivative is the limit if there is one; 0^0 is 1, with derivative 0."""
    b, e = x.value, exponent.value

    def of(factor, e):
        return mp.mpf(0) if factor == 0 else factor * (mp.mpf(1) if e == 0 else mp.power(b, e) if b != 0 else mp.mpf(0) if e > 0 else mp.inf)

    return x.chain(of(mp.mpf(1), e), of(e, e - 1), of(e * (e - 1), e - 2))


FUNCTIONS = {
    "Abs": absolute,
    "Clamp": clamp,
    "Cos": cos,
    "Exp": exp,
    "Exp2": exp2,
    "ExpM1": expm1,
    "Floor": floor,
    "FusedMultiplyAdd": fused_multiply_add,
    "Log": log,
    "Log2": log2,
    "LogP1": logp1,
    "Max": maximum,
    "Min": minimum,
    "Pow": power,
    "Sign": sign,
    "Sin": sin,
    "Sqrt": sqrt,
    "Tanh": tanh,
}
