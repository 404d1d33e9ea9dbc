# Evaluates every case-*.csv of a folder (probability,happened,weight) with scikit-learn and writes results.csv:
# case,name,value.   python3 classification.py FOLDER
import glob, os, sys
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import average_precision_score, brier_score_loss, log_loss, roc_auc_score

folder = sys.argv[1]
with open(os.path.join(folder, "results.csv"), "w") as out:
    for file in sorted(glob.glob(os.path.join(folder, "case-*.csv"))):
        case = os.path.basename(file)[5:-4]
        p, y, w = np.loadtxt(file, delimiter=",", skiprows=1, unpack=True)

        def put(name, value):
            out.write("%s,%s,%.17g\n" % (case, name, value))

        for name, weight in (("plain", None), ("weighted", w)):
            put(name + ".auc", roc_auc_score(y, p, sample_weight=weight))
            put(name + ".averagePrecision", average_precision_score(y, p, sample_weight=weight))
            put(name + ".brier", brier_score_loss(y, p, sample_weight=weight))
            put(name + ".logLoss", log_loss(y, p, sample_weight=weight, eps=1e-300))
        isotonic = IsotonicRegression(out_of_bounds="clip").fit(p, y, sample_weight=w)
        for i, at in enumerate(np.linspace(0, 1, 21)):
            put("isotonic.%d" % i, isotonic.predict([at])[0])
