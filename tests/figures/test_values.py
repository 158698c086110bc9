"""What the figures show is what their entries compute, and their formulas hold."""

from __future__ import annotations

import math

import numpy as np
import pytest
from drawing.scenes import (
    attention,
    boosting,
    classes,
    coins,
    collapse,
    components,
    diffusion,
    entropy,
    fading,
    folds,
    gan,
    graph,
    grids,
    groups,
    hourglass,
    latent,
    losses,
    momentum,
    neighbours,
    networks,
    posterior,
    pull,
    ranking,
    recurrent,
    regression,
    residual,
    shops,
    sigmoid,
    softmax,
    street,
    tree,
    valley,
    votes,
    words,
)


def near(*values: float) -> object:
    """Return what equals values that an entry rounds to three decimals."""
    return pytest.approx(values, abs=5e-4)


def test_logistic_regression() -> None:
    assert tuple(sigmoid.chance(hours) for hours in (5, 6, 8, 9)) == near(0.5, 0.690, 0.917, 0.961)


@pytest.mark.parametrize(
    ("temperature", "shares"), [(1, (0.665, 0.245, 0.090)), (2, (0.506, 0.307, 0.186)), (0.5, (0.867, 0.117, 0.016))]
)
def test_softmax(temperature: float, shares: tuple[float, ...]) -> None:
    assert tuple(softmax.softmax(list(softmax.SCORES.values()), temperature)) == near(*shares)


def test_cross_entropy() -> None:
    found = tuple(map(losses.log_loss, (losses.SURE, losses.UNSURE, losses.WRONG, losses.FIXED)))
    assert found == near(0.223, 0.693, 2.996, 1.609)


def test_slopes_of_the_two_losses_of_a_generator() -> None:
    score, nudge = math.log(0.01 / 0.99), 1e-6
    for loss, slope in ((losses.saturating, -0.01), (losses.non_saturating, -0.99)):
        assert (loss(score + nudge) - loss(score - nudge)) / (2 * nudge) == pytest.approx(slope)


def test_gradient_descent_on_the_taxi_rides() -> None:
    assert valley.weights(0.1, 3) == pytest.approx([0, 1, 1.5, 1.75])
    assert valley.weights(0.5, 3) == pytest.approx([0, 5, -2.5, 8.75])
    assert valley.loss(8.75) == pytest.approx(113.91, abs=5e-3)


def test_the_valley() -> None:
    assert valley.gradient(*valley.START) == (8, 16)
    good, bad = valley.descent(0.1, 10), valley.descent(0.13, 8)
    heights = [valley.height(*point) for point in good]
    assert heights == sorted(heights, reverse=True)
    across = [abs(y) for _, y in bad]
    assert across == sorted(across)
    assert valley.height(*bad[-1]) > valley.height(*bad[0])


def test_backpropagation() -> None:
    values, slopes = graph.forward(), graph.backward()
    assert values.nodes == {"x": 2, "h₁": 2, "h₂": 1, "ŷ": 5, "L": 1}
    assert slopes.nodes == {"x": 5, "h₁": 6, "h₂": -2, "ŷ": 2, "L": 1}
    assert slopes.arrows == {"xh₁": 12, "xh₂": -4, "h₁ŷ": 4, "h₂ŷ": 2}


def test_gradient_boosting() -> None:
    start, first, second = boosting.rounds(2)
    assert (start.predictions, first.predictions) == ((18, 18, 18, 18), (16, 16, 16, 24))
    assert second.predictions == (13.75, 13.75, 18.25, 26.25)
    assert [first.limit, second.limit] == [3, 2]
    assert (start.error, first.error) == (58.5, 22.5)
    assert second.error == pytest.approx(7.3, abs=0.05)


def test_k_means() -> None:
    assert groups.assign((1, 3)) == [0, 1, 1, 1, 1]
    assert groups.means([0, 1, 1, 1, 1]) == (1, 8.25)
    assert groups.assign((1, 8.25)) == [0, 0, 1, 1, 1]
    assert groups.means([0, 0, 1, 1, 1]) == (2, 10)


def test_the_best_judge_of_coins() -> None:
    assert [coins.rating(kind) for kind in "ABC"] == pytest.approx([0.75, 0.5, 0])


def test_a_step_of_the_generator() -> None:
    before, after = pull.step()
    assert (before, after) == near(2.5, 3.318)
    assert (pull.judge(before), pull.judge(after)) == near(0.182, 0.336)


def test_rounds_of_the_smallest_contest() -> None:
    assert gan.rounds(3) == [
        (0, 1),
        pytest.approx((-0.5, 0.689), abs=1e-3),
        pytest.approx((-0.786, 0.192), abs=1e-3),
        pytest.approx((-0.875, -0.282), abs=1e-3),
    ]


def test_the_networks() -> None:
    assert networks.delivery(2, 4) == (3, 0, 18)
    assert networks.delivery(4, 2) == (4, 6, 25)
    assert {pair: networks.alarm(*pair)[2] for pair in ((0, 0), (0, 1), (1, 0), (1, 1))} == {
        (0, 0): 0,
        (0, 1): 1,
        (1, 0): 1,
        (1, 1): 0,
    }


def test_embeddings() -> None:
    assert words.cosine(words.WORDS["tea"], words.WORDS["coffee"]) == pytest.approx(0.96)
    assert words.cosine(words.WORDS["tea"], words.WORDS["hammer"]) == pytest.approx(0.28)
    assert words.cosine(words.WORDS["coffee"], words.WORDS["espresso"]) == pytest.approx(1)


@pytest.mark.parametrize("size", neighbours.SIZES)
def test_errors_of_nearest_neighbours_are_those_of_their_smoother(size: int) -> None:
    # A mean of neighbours is a matrix S times the labels, so both errors have closed forms in S.
    inputs = (np.arange(neighbours.COUNT) + 0.5) / neighbours.COUNT
    order = np.argsort(np.round(np.abs(inputs[:, None] - inputs[None, :]), 9), axis=1, kind="stable")[:, :size]
    smoother = np.zeros((neighbours.COUNT, neighbours.COUNT))
    np.put_along_axis(smoother, order, 1 / size, axis=1)
    rest = np.eye(neighbours.COUNT) - smoother
    bias = float(np.mean((rest @ np.sin(2 * np.pi * inputs)) ** 2))
    found = neighbours.errors(size)
    assert found.bias == pytest.approx(bias, abs=1e-12)
    assert found.training == pytest.approx(bias + neighbours.NOISE * float(np.mean((rest**2).sum(axis=1))))
    assert found.new == pytest.approx(bias + neighbours.NOISE * (1 + float(np.mean((smoother**2).sum(axis=1)))))


def test_the_flexible_end_remembers_its_examples() -> None:
    assert neighbours.errors(1).training == pytest.approx(0, abs=1e-12)
    assert neighbours.errors(1).new == pytest.approx(2 * neighbours.NOISE)


def test_the_boundary_is_where_the_penalized_loss_is_level() -> None:
    first, second = classes.examples()
    bias, *weights = classes.boundary(first, second)
    rows = np.vstack([first, second])
    miss = 1 / (1 + np.exp(-(bias + rows @ np.array(weights)))) - np.repeat([0, 1], [len(first), len(second)])
    assert miss.sum() == pytest.approx(0, abs=1e-9)
    assert miss @ rows + 0.1 * np.array(weights) == pytest.approx(np.zeros(2), abs=1e-9)


def test_the_spread_of_a_cloud() -> None:
    cloud = np.array([[1.0, 1], [3, 3], [1.5, 2.5], [2.5, 1.5]])
    centre, (long, short), turn = classes.spread(cloud)
    assert (*centre, turn) == pytest.approx((2, 2, 45))
    assert (long, short) == pytest.approx((1, 0.5))


def test_the_band_is_that_of_a_gaussian_process_with_the_same_covariances() -> None:
    # Rasmussen and Williams (2006), section 2.1.2.
    at = posterior.predictor()
    design = np.array([posterior.features(x) for x, _ in posterior.EXAMPLES])
    labels = np.array([y for _, y in posterior.EXAMPLES])
    gram = design @ design.T * posterior.PRIOR**2 + np.eye(len(labels)) * posterior.NOISE**2
    for x in (-3.0, -1.7, 0.0, 1.3, 3.5):
        bumps = posterior.features(x)
        cross = design @ bumps * posterior.PRIOR**2
        variance = bumps @ bumps * posterior.PRIOR**2 - cross @ np.linalg.solve(gram, cross)
        assert at(x, 0) == pytest.approx(float(cross @ np.linalg.solve(gram, labels)))
        assert at(x, 2) - at(x, 0) == pytest.approx(2 * math.sqrt(float(variance)))


def test_doubt_is_greater_in_the_gap_and_beyond_the_examples() -> None:
    at = posterior.predictor()
    inside, gap, beyond = (at(x, 1) - at(x, 0) for x in (-1.7, -0.1, 3.5))
    assert 4 * inside < gap < beyond


def test_drawn_codes_miss_every_point_and_meet_a_spot() -> None:
    for code in latent.DRAWN:
        assert min(math.dist(code, point) for point in latent.POINTS) > 1.5
        assert any(math.dist(code, centre) < 2 * radius for centre, radius in latent.SPOTS)


def test_the_boundary_is_sure_of_the_stranger() -> None:
    bias, w1, w2 = classes.boundary(*classes.examples())
    x, y = classes.STRANGER
    assert round(100 * sigmoid.sigmoid(-(bias + w1 * x + w2 * y))) == 98


def test_convolution() -> None:
    assert grids.convolve(grids.PICTURE, grids.KERNEL) == [[0, 10, 0], [0, 10, -5]]


def test_pooling() -> None:
    assert grids.pool(grids.MAP, 2, max) == [[4, 2], [1, 8]]
    assert grids.pool(grids.MAP, 2, lambda values: sum(values) / 4) == [[2.5, 1], [0.25, 6.5]]


def test_the_roc_curve_of_the_machines() -> None:
    assert [(stop.false, stop.true) for stop in ranking.curve(ranking.MACHINES)] == [
        (0, 0), (0, 0.25), (0, 0.5), (0.2, 0.5), (0.2, 0.75), (0.4, 0.75), (0.6, 0.75), (0.6, 1), (0.8, 1), (1, 1)
    ]  # fmt: skip


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    liked = [score for score, positive in ranking.SONGS if positive]
    others = [score for score, positive in ranking.SONGS if not positive]
    won = sum((a > b) + 0.5 * (a == b) for a in liked for b in others)
    areas = ranking.strips(ranking.curve(ranking.SONGS))
    assert won == 9.5
    assert sum(areas) == pytest.approx(won / 12)
    assert (*areas[:2], sum(areas[2:])) == near(0.083, 0.208, 0.5)


def test_principal_component_analysis() -> None:
    points = list(components.STUDENTS.values())
    direction, most, least = components.component(points)
    assert components.centre(points) == (5, 5)
    assert direction == near(0.707, 0.707)
    assert (most, least) == near(6, 0.667)
    assert [components.score(point, points) for point in points] == pytest.approx([2.12, 2.12, -2.12, -2.12], abs=5e-3)
    landed = np.array([components.land(point, points) for point in points])
    assert landed == pytest.approx(np.array([[6.5, 6.5], [6.5, 6.5], [3.5, 3.5], [3.5, 3.5]]))


def test_linear_regression() -> None:
    assert regression.fit(regression.DAYS) == (-1, 2.5)
    assert regression.residuals(regression.DAYS) == [0.5, -1, 0.5]
    assert regression.fit([(1, 2), (2, 3), (3, 13)])[1] == 5.5


def test_the_tree_asks_for_the_wait_first() -> None:
    assert (tree.gain(tree.VISITORS, "waited"), tree.gain(tree.VISITORS, "card")) == near(0.549, 0.189)
    holders, others = tree.split(tree.split(tree.VISITORS, "waited")[1], "card")
    assert [[visitor.back for visitor in group] for group in (holders, others)] == [[True] * 3, [True, False]]


def test_the_vote_changes_with_the_number_of_neighbours() -> None:
    near = {k: votes.nearest(votes.FRUITS, votes.QUERY, k) for k in votes.SIZES}
    assert [math.dist(fruit.place, votes.QUERY) for fruit in near[5]] == [1, 2, 3, 4, 5]
    assert {k: votes.vote(fruits) for k, fruits in near.items()} == {1: ("pear", 1), 3: ("apple", 2), 5: ("pear", 3)}


def test_the_widest_street() -> None:
    assert [street.score(point) for point, _ in street.POINTS] == [-1, -1.5, 1, 1.5, 2]
    assert street.support() == [(1, 1), (3, 3)]
    assert street.width() == pytest.approx(math.dist(*street.support()))
    assert street.width() == pytest.approx(2.83, abs=5e-3)


def test_attention() -> None:
    assert tuple(attention.weights()) == near(0.665, 0.245, 0.090)
    assert attention.output() == pytest.approx((7.10, 2.90), abs=5e-3)


def test_the_states_of_a_recurrent_network() -> None:
    assert tuple(recurrent.states(recurrent.SEQUENCE)) == near(0.762, 0.363, 0.180)
    assert tuple(recurrent.states((0, 0, 1))) == near(0, 0, 0.762)


def test_residual_blocks() -> None:
    assert [residual.forward(2, n, around=True) for n in (1, 2, 3)] == pytest.approx([2.2, 2.42, 2.662])
    assert [residual.forward(2, n, around=False) for n in (1, 2, 3)] == pytest.approx([0.2, 0.02, 0.002])
    assert [residual.gradient(3, around=around) for around in (True, False)] == pytest.approx([1.331, 0.001])


def test_an_autoencoder() -> None:
    assert [hourglass.error(pair) for pair in ((2, 2), (4, 6), (3, -3))] == [0, 2, 18]
    assert hourglass.encode(hourglass.PAIR) == 5


def test_diffusion() -> None:
    assert [diffusion.left(step) for step in (0, 1, 2)] == pytest.approx([1, 0.64, 0.36])
    assert (diffusion.chance(0.2, 2), diffusion.chance(0.69, 1), diffusion.chance(-0.31, 1)) == near(
        0.593, 0.955, 0.201
    )
    grid = np.linspace(-8, 8, 4001)
    for step in (1, 2):
        assert np.trapezoid([diffusion.density(x, step) for x in grid], grid) == pytest.approx(1)
    # Two humps after the first step, one after the second.
    assert diffusion.density(0, 1) < diffusion.density(0.8, 1)
    assert diffusion.density(0, 2) > diffusion.density(0.3, 2)


def test_a_gradient_fades() -> None:
    found = [fading.left(fading.STEEPEST, layers) for layers in (1, 2, 5, 10)]
    assert found == pytest.approx([0.25, 0.0625, 0.00098, 0.00000095], rel=5e-3)


def test_the_entropy_of_the_emails() -> None:
    assert (entropy.entropy(0.5), entropy.entropy(0.25), entropy.gain()) == near(1, 0.811, 0.189)
    assert [entropy.entropy(p) for p in (0, 1)] == [0, 0]


def test_cross_validation() -> None:
    assert folds.errors(folds.mean) == [3.25, 1, 3.25]
    assert folds.errors(folds.neighbour) == [0.625, 0, 0.625]


def test_momentum() -> None:
    assert momentum.weights(0.5, 6) == pytest.approx([1, 0.8, 0.54, 0.302, 0.1226, 0.00838, -0.050406])
    assert momentum.weights(0, 5) == pytest.approx([1, 0.8, 0.64, 0.512, 0.4096, 0.32768])


def test_the_chase_of_a_collapsed_generator() -> None:
    assert collapse.turns(2) == [collapse.START, (1, 0, 0), (0, 1, 0)]
    assert tuple(map(collapse.rating, collapse.START)) == near(0.625, 0.526, 0.4)
    assert (collapse.rating(1), collapse.rating(0)) == near(0.25, 1)


def test_two_stops_of_k_means() -> None:
    ends = [shops.run(start) for start in shops.STARTS.values()]
    assert ends == [[0.5, 10.5, 20.5], [0, 1, 15.5]]
    assert [shops.cost(end) for end in ends] == [1.5, 101]
