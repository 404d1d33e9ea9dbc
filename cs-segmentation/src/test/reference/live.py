# What AgainstOthersValidationTest compares with: python3 src/test/reference/live.py FOLDER
import csv
import glob
import os
import sys
import warnings

import numpy as np
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, mutual_info_score, normalized_mutual_info_score, silhouette_samples

warnings.filterwarnings("ignore")


def prototypes(rows, k, weight, restarts):
    """Huang's k-prototypes as it is written, from random rows; no package of Debian has it. A missing value adds nothing."""
    numbers = np.array([[float(row[name]) if row[name] else np.nan for name in ("a", "missing")] for row in rows])
    texts = np.array([[row[name] for name in ("plan", "country")] for row in rows])

    def distances(means, modes):
        squares = np.nansum((numbers[:, None, :] - means[None, :, :]) ** 2, axis=2)
        differ = (texts[:, None, :] != modes[None, :, :]) & (texts[:, None, :] != "") & (modes[None, :, :] != "")
        return squares + weight * differ.sum(axis=2)

    def mode(values):
        known = [value for value in values if value]
        return max(sorted(set(known)), key=known.count) if known else ""

    random, best = np.random.RandomState(1), np.inf
    for _ in range(restarts):
        chosen = random.choice(len(rows), k, replace=False)
        means, modes, label = numbers[chosen], texts[chosen], None
        for _ in range(100):
            costs = distances(means, modes)
            found = costs.argmin(axis=1)
            if label is not None and (found == label).all():
                break
            label = found
            for cluster in range(k):
                here = label == cluster
                if here.any():
                    means[cluster] = np.nanmean(numbers[here], axis=0)
                    modes[cluster] = [mode(texts[here, j]) for j in range(2)]
        best = min(best, costs.min(axis=1).sum())
    return best

folder = sys.argv[1]
with open(os.path.join(folder, "python.csv"), "w") as out:
    for path in sorted(glob.glob(os.path.join(folder, "case-*.csv"))):
        case = os.path.basename(path)[5:-4]
        rows = list(csv.DictReader(open(path)))
        x = np.array([[float(row[name]) for name in "abc"] for row in rows])
        label = [int(row["label"]) for row in rows]
        k = int(rows[0]["k"])
        for restarts in (1, 10):
            fitted = KMeans(k, n_init=restarts, tol=0, random_state=1).fit(x)
            out.write("%s,sklearn-%d.1,%.17g\n" % (case, restarts, fitted.inertia_))
        for i, width in enumerate(silhouette_samples(x, label)):
            out.write("%s,sklearn-silhouette.%d,%.17g\n" % (case, i + 1, width))
        out.write("%s,prototypes-10.1,%.17g\n" % (case, prototypes(rows, k, 1.5, 10)))
        known = [row for row in rows if row["plan"] and row["country"]]
        plans, countries = [row["plan"] for row in known], [row["country"] for row in known]
        for name, score in (
            ("adjusted-rand", adjusted_rand_score),
            ("information", mutual_info_score),
            ("normalised", normalized_mutual_info_score),
        ):
            out.write("%s,%s.1,%.17g\n" % (case, name, score(plans, countries)))
