"""Every loss of the corpus."""

import over_classes
import binary
import divergences
import likelihoods
import pieces
import ranking
import robust

CASES = [*binary.CASES, *robust.CASES, *pieces.CASES, *likelihoods.CASES, *divergences.CASES, *ranking.CASES, *over_classes.CASES]

names = [case.name for case in CASES]
assert len(set(names)) == len(names), [name for name in names if names.count(name) > 1]
