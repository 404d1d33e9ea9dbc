# Fits every case-*.csv of a folder with R's survival package and writes results.csv: case,name,value.
# Rscript survival.R FOLDER
suppressMessages(library(survival))
options(digits = 17)
folder <- commandArgs(trailingOnly = TRUE)[1]
out <- file(file.path(folder, "results.csv"), "w")
put <- function(case, name, value) {
  writeLines(sprintf("%s,%s,%.17g", case, name, as.numeric(value)), out)
}
# Standard errors from weighted columns, scaled so that the inverse is exact
errors <- function(x) {
  size <- sqrt(colSums(x^2))
  sqrt(diag(solve(crossprod(sweep(x, 2, size, "/"))))) / size
}
exact <- coxph.control(eps = 1e-13, iter.max = 200)
for (file in sort(list.files(folder, "^case-.*csv$", full.names = TRUE))) {
  case <- sub("\\.csv$", "", sub("^case-", "", basename(file)))
  d <- read.csv(file)
  km <- survfit(Surv(time, event) ~ 1, d)
  put(case, paste0("km.survival.", seq_along(km$time)), km$surv)
  put(case, paste0("km.error.", seq_along(km$time)), km$std.err * km$surv)
  put(case, paste0("km.lower.", seq_along(km$time)), km$lower)
  put(case, paste0("km.upper.", seq_along(km$time)), km$upper)
  q <- quantile(km, c(.25, .5, .75))
  put(case, paste0("km.quantile.", 1:3), q$quantile)
  put(case, paste0("km.quantileLower.", 1:3), q$lower)
  put(case, paste0("km.quantileUpper.", 1:3), q$upper)
  put(case, paste0("hazard.", seq_along(km$time)), km$cumhaz)
  for (type in c("log-log", "plain")) {
    other <- survfit(Surv(time, event) ~ 1, d, conf.type = type)
    put(case, paste0("km.", type, ".lower.", seq_along(km$time)), other$lower)
    put(case, paste0("km.", type, ".upper.", seq_along(km$time)), other$upper)
  }
  put(case, "logrank", survdiff(Surv(time, event) ~ group, d)$chisq)
  put(case, "logrank.rho", survdiff(Surv(time, event) ~ group, d, rho = 1)$chisq)
  put(case, "logrank.strata", survdiff(Surv(time, event) ~ group + strata(stratum), d)$chisq)
  cox <- function(name, formula, ties, ...) {
    fit <- do.call(coxph, list(formula, d, ties = ties, control = exact, x = TRUE, y = TRUE, model = TRUE, ...))
    put(case, paste0(name, ".estimate.", 1:3), coef(fit))
    naive <- if (is.null(fit$naive.var)) fit$var else fit$naive.var
    put(case, paste0(name, ".error.", 1:3), sqrt(diag(naive)))
    if (!is.null(fit$naive.var)) put(case, paste0(name, ".robust.", 1:3), sqrt(diag(fit$var)))
    put(case, paste0(name, ".loglik.", 1:2), fit$loglik)
    put(case, paste0(name, ".score"), fit$score)
    put(case, paste0(name, ".wald"), fit$wald.test)
    put(case, paste0(name, ".concordance"), concordance(fit)$concordance)
    put(case, paste0(name, ".concordanceError"), sqrt(concordance(fit)$var))
    base <- basehaz(fit, centered = FALSE)
    put(case, paste0(name, ".baseline"), sum(base$hazard))
    invisible(fit)
  }
  for (ties in c("efron", "breslow")) {
    fit <- cox(paste0("cox.", ties), Surv(time, event) ~ a + b + c, ties)
    put(case, paste0("zph.", ties, ".", 1:4), cox.zph(fit)$table[, 1])
    fit <- cox(paste0("startStop.", ties), Surv(start, time, event) ~ a + b + c, ties)
    put(case, paste0("martingale.", ties, ".", seq_len(nrow(d))), residuals(fit, "martingale"))
    put(case, paste0("deviance.", ties, ".", seq_len(nrow(d))), residuals(fit, "deviance"))
    put(case, paste0("score.", ties, ".", seq_len(nrow(d))), residuals(fit, "score")[, 1])
    put(case, paste0("schoenfeld.", ties), sum(residuals(fit, "schoenfeld")[, 3]^2))
    cox(paste0("weights.", ties), Surv(time, event) ~ a + b + c, ties, weights = d$weight, robust = FALSE)
    cox(paste0("strata.", ties), Surv(time, event) ~ a + b + c + strata(stratum), ties)
    cox(paste0("cluster.", ties), Surv(start, time, event) ~ a + b + c, ties, weights = d$weight, cluster = d$cluster)
  }
  for (dist in c("weibull", "exponential", "lognormal", "loglogistic")) {
    fit <- survreg(Surv(time, event) ~ a + b + c, d, dist = dist,
                   control = survreg.control(rel.tolerance = 1e-14, maxiter = 200))
    put(case, paste0("aft.", dist, ".estimate.", 1:4), coef(fit))
    put(case, paste0("aft.", dist, ".error.", 1:4), sqrt(diag(fit$var))[1:4])
    put(case, paste0("aft.", dist, ".loglik.", 1:2), fit$loglik)
    put(case, paste0("aft.", dist, ".scale"), fit$scale)
  }
  to <- pmin(10, ceiling(d$time / 2))
  from <- pmin(to - 1, floor(d$start / 2))
  rows <- rep(seq_along(to), to - from)
  period <- unlist(mapply(function(f, t) seq(f + 1, t), from, to, SIMPLIFY = FALSE))
  p <- data.frame(d[rows, ], left = d$event[rows] == 1 & period == to[rows],
                  span = factor(findInterval(period, c(1, 2, 3))))
  for (link in c("logit", "cloglog")) {
    fit <- suppressWarnings(glm(left ~ 0 + span + a + b + c, binomial(link), p, weights = p$weight,
                                control = glm.control(epsilon = 1e-300, maxit = 100)))
    x <- model.matrix(fit)
    eta <- drop(x %*% coef(fit))
    h <- fit$family$linkinv(eta)
    w <- p$weight * fit$family$mu.eta(eta)^2 / (h * (1 - h))
    put(case, paste0("discrete.", link, ".estimate.", 1:6), coef(fit))
    put(case, paste0("discrete.", link, ".error.", 1:6), errors(x * sqrt(w)))
  }
  # glm stops by the deviance and reports the errors of the step before: go on to the end, and take them at the end
  for (link in "logit") {
    fit <- suppressWarnings(
      glm(event ~ a + b + c, binomial(link), d, control = glm.control(epsilon = 1e-300, maxit = 100)))
    x <- model.matrix(fit)
    eta <- drop(x %*% coef(fit))
    p <- fit$family$linkinv(eta)
    w <- fit$family$mu.eta(eta)^2 / (p * (1 - p))
    put(case, paste0(link, ".estimate.", 1:4), coef(fit))
    put(case, paste0(link, ".error.", 1:4), errors(x * sqrt(w)))
    put(case, paste0(link, ".loglik"), logLik(fit))
  }
}
close(out)
