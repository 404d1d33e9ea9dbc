# One fit in a fresh process, as StatisticsFits: python3 statistics.py logit FOLDER
import os, sys, time
import numpy as np
from sklearn.linear_model import LogisticRegression

folder = sys.argv[2]
y = np.fromfile(os.path.join(folder, "yes"), "<f8")
x = np.ascontiguousarray(np.column_stack([np.fromfile(os.path.join(folder, "x%d" % j), "<f8") for j in range(20)]))
before = time.process_time()
# To the maximum of the likelihood: without a penalty, with a tolerance that reaches it to about 1e-9 of its value
model = LogisticRegression(penalty="none", solver="lbfgs", tol=1e-6, max_iter=1000).fit(x, y)
used = time.process_time() - before
eta = model.decision_function(x)
print("%.3f %.10g" % (used, np.sum(np.where(y > 0, -np.logaddexp(0, -eta), -np.logaddexp(0, eta)))))
