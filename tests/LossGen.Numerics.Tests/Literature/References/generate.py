"""Writes ../../Golden/literature.json: every loss of the corpus, and its value and derivatives at hard inputs, to 20 of at least 60 digits.

Run: python3 generate.py [name, to print one case instead]. Needs mpmath 1.3 (Debian: python3-mpmath).
"""

import json
import pathlib
import struct
import sys

from cases import CASES
from formula import Formula, constant_value
from jet import Jet, mp

# 1 + exp(−1000)² needs 870 digits; a second evaluation with more must agree.
DIGITS, MORE_DIGITS, AGREEMENT = 1000, 1300, 60
SMALLEST = "1e-700"


def to_float(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def evaluate(case, formula, point, parameters):
    """The jet of the case's variables: inputs (or logits), then parameters and the constants that a literal rounds."""
    counted = [] if case.exact else formula.constants
    names = [*parameters, *counted]
    values = [*map(mp.mpf, point), *map(mp.mpf, parameters.values()), *map(constant_value, counted)]
    count = len(values)
    variables = [Jet.variable(value, i, count) for i, value in enumerate(values)]
    environment = {constant: Jet.constant(constant_value(constant), count) for constant in formula.constants}
    environment |= dict(zip(names, variables[len(point):]))
    environment |= {"logits": variables[:len(point)], "label": case.label} if case.classes else dict(zip(case.inputs, variables))
    return formula(environment | {"count": count}), values


def sensitivity(values, derivatives):
    """Σ |x ∂f/∂x|: by how much rounding the inputs moves f, in units in the last place. Infinite terms, at boundaries, do not count."""
    terms = [abs(x * d) for x, d in zip(values, derivatives) if x != 0 and mp.isfinite(d)]
    return sum(terms, mp.mpf(0))


def shift_apart(values, derivatives, logits):
    """The same for logits: moved together they count as one input, and separately by their distance to the largest."""
    top = max(values[:logits])
    apart = [x - top for x in values[:logits]] + values[logits:]
    return sensitivity(apart, derivatives) + abs(top * sum((d for d in derivatives[:logits] if mp.isfinite(d)), mp.mpf(0)))


def reference(case, point, parameters):
    """Value, derivatives, and the sensitivity of each."""
    mp.dps = DIGITS
    result, values = evaluate(case, case.reference, point, parameters)
    mp.dps = MORE_DIGITS
    check, _ = evaluate(case, case.reference, point, parameters)
    mp.dps = DIGITS
    slopes = result.gradient[:len(point)]
    for number, again in zip([result.value, *slopes], [check.value, *check.gradient]):
        if mp.isnan(number) or mp.isnan(again):
            raise ValueError(f"{case.name} is NaN at {point} {parameters}: state what it is")
        if number != again and not abs(number - again) <= mp.mpf(10) ** -AGREEMENT * abs(number) and not max(abs(number), abs(again)) < mp.mpf(SMALLEST):
            raise ValueError(f"{case.name} lacks digits at {point} {parameters}: {mp.nstr(number, 20)}, {mp.nstr(again, 20)}")
    of = sensitivity if case.classes is None else lambda x, d: shift_apart(x, d, len(point))
    return [result.value, *slopes], [of(values, result.gradient), *(of(values, result.hessian[i]) for i in range(len(point)))]


def text(number):
    if not mp.isfinite(number):
        return "NaN" if mp.isnan(number) else "Infinity" if number > 0 else "-Infinity"
    return "0" if abs(number) < mp.mpf("1e-400") else mp.nstr(number, 20, min_fixed=0, max_fixed=0).replace("e+", "e").replace(".0e", "e").removesuffix("e0")


def short(number):
    return "0" if number < mp.mpf("1e-400") else mp.nstr(number, 3, min_fixed=0, max_fixed=0).replace("e+", "e").replace(".0e", "e").removesuffix("e0")


def rows(case):
    for parameters in case.parameter_sets():
        for point in case.points:
            point = [to_float(x) for x in point]
            stated = case.stated(point, parameters)
            if stated is not None:
                numbers, sensitivities = [mp.mpf(x) for x in stated], [mp.mpf(0)] * len(stated)
            else:
                numbers, sensitivities = reference(case, point, parameters)
            asked = [True, *(name not in case.selects for name in (case.inputs if case.classes is None else [""] * len(point)))]
            yield {
                "x": point,
                **({"p": list(parameters.values())} if parameters else {}),
                "y": [text(number) if is_asked else None for number, is_asked in zip(numbers, asked)],
                "s": [short(number) for number in sensitivities],
            }


def written(case, form):
    return {
        "name": case.name if len(case.formulas) == 1 else f"{case.name}/{form + 1}",
        "formula": case.formulas[form],
        "inputs": case.inputs,
        **({"classes": case.classes, "label": case.label} if case.classes else {}),
        "parameters": case.declared_parameters(),
    }


def main():
    chosen = sys.argv[1:]
    lines = []
    for case in CASES:
        if chosen and case.name not in chosen:
            continue
        for form in case.formulas:
            Formula(form)
        try:
            points = [json.dumps(row, separators=(",", ":")) for row in rows(case)]
        except Exception as error:
            raise SystemExit(f"{case.name}: {error!r}")
        forms = ",\n    ".join(json.dumps(written(case, form)) for form in range(len(case.formulas)))
        lines.append(f'{{"forms":[\n    {forms}],\n  "points":[\n    ' + ",\n    ".join(points) + "]}")
    whole = '{"groups":[\n' + ",\n".join(lines) + "]}\n"
    if chosen:
        print(whole)
    else:
        pathlib.Path(__file__).parents[2].joinpath("Golden", "literature.json").write_text(whole, encoding="utf-8", newline="\n")
        print(f"{sum(len(case.formulas) for case in CASES)} formulas of {len(CASES)} losses")


main()
