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
        known = [row for row in rows if row["plan"] and row["country"]]
        plans, countries = [row["plan"] for row in known], [row["country"] for row in known]
        for name, score in (
            ("adjusted-rand", adjusted_rand_score),
            ("information", mutual_info_score),
            ("normalised", normalized_mutual_info_score),
        ):
            out.write("%s,%s.1,%.17g\n" % (case, name, score(plans, countries)))
