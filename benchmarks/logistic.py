"""Logistic regression with a ridge penalty, by Newton's method (the data are a few hundred rows)."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def fit(x: Floats, y: Floats, weight: Floats, ridge: float = 1.0) -> Floats:
    """Give the weights of the columns of `x` (n, k) that predict `y` (n,) of 0 and 1; the first column is not shrunk.

    `weight` (n,) counts each row so many times.
    """
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 1e-6
    for _ in range(50):
        chance = predict(x, beta)
        gradient = x.T @ (weight * (y - chance)) - penalty * beta
        hessian = (x * (weight * chance * (1 - chance))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if np.max(np.abs(step)) < 1e-8:
            break
    return beta


def predict(x: Floats, beta: Floats) -> Floats:
    """Give the chances of the rows of `x`."""
    return np.asarray(1 / (1 + np.exp(-np.clip(x @ beta, -30, 30))), dtype=np.float64)


def without_own_group(x: Floats, y: Floats, weight: Floats, groups: list[str], ridge: float = 1.0) -> Floats:
    """Give the chance of each row by weights that saw no row of its group."""
    names, chance = np.array(groups), np.zeros(len(y))
    for group in sorted(set(groups)):
        own = names == group
        chance[own] = predict(x[own], fit(x[~own], y[~own], weight[~own], ridge))
    return chance


def calibration_error(chance: Floats, y: Floats, bins: int = 10) -> tuple[float, list[tuple[float, float, int, float, float]]]:
    """Give the expected calibration error and a row (from, to, count, mean confidence, share right) for each bin that is not empty."""
    place = np.minimum((chance * bins).astype(int), bins - 1)
    error, rows = 0.0, []
    for b in range(bins):
        inside = place == b
        if inside.any():
            said, right = float(chance[inside].mean()), float(y[inside].mean())
            error += abs(said - right) * int(inside.sum()) / len(y)
            rows.append((b / bins, (b + 1) / bins, int(inside.sum()), said, right))
    return error, rows
