// FSRS-6 with the day as its unit and no learning steps: when to ask again, so that nine of ten answers are remembered.
// Source: "The Algorithm", wiki of open-spaced-repetition/fsrs4anki; weights and checks: the Python package fsrs 6.
// A memory is {s, d}: stability in days (recall has fallen to 0.9 after them) and difficulty from 1 to 10.
const fsrs = (() => {
  const W = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ];
  const DECAY = -W[20];
  const FACTOR = 0.9 ** (1 / DECAY) - 1;
  const WANTED = 0.9;
  const LONGEST = 36500;
  const { exp, max, min, round } = Math;

  const easiness = (grade) => W[4] - exp(W[5] * (grade - 1)) + 1;
  const bounded = (d) => min(max(d, 1), 10);

  // The probability of remembering, `days` after the last review.
  const recall = (days, s) => (1 + (FACTOR * days) / s) ** DECAY;

  // Whole days until recall has fallen to the wanted probability.
  const interval = (s) => min(max(round((s / FACTOR) * (WANTED ** (1 / DECAY) - 1)), 1), LONGEST);

  function stability({ s, d }, days, grade) {
    if (days < 1) {
      const growth = exp(W[17] * (grade - 3 + W[18])) * s ** -W[19];
      return s * (grade > 1 ? max(growth, 1) : growth);
    }
    const lost = 1 - recall(days, s);
    if (grade === 1) {
      const forgotten = W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * exp(lost * W[14]);
      return min(forgotten, s / exp(W[17] * W[18]));
    }
    const weight = grade === 2 ? W[15] : grade === 4 ? W[16] : 1;
    return s * (1 + exp(W[8]) * (11 - d) * s ** -W[9] * (exp(lost * W[10]) - 1) * weight);
  }

  // The memory after a review with grade 1 (again), 2 (hard), 3 (good) or 4 (easy), `days` after the one before;
  // `memory` is null for what is new.
  function review(memory, days, grade) {
    if (!memory) return { s: W[grade - 1], d: bounded(easiness(grade)) };
    const step = (-W[6] * (grade - 3) * (10 - memory.d)) / 9;
    const d = bounded(W[7] * easiness(4) + (1 - W[7]) * (memory.d + step));
    return { s: max(stability(memory, days, grade), 0.001), d };
  }

  return { recall, interval, review };
})();
