# One fit in a fresh process, as StatisticsFits: Rscript statistics.R km|cox|concordance FOLDER
suppressMessages(library(survival))
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[2]
column <- function(name) {
  file <- file.path(folder, name)
  readBin(file, "double", file.size(file) / 8, endian = "little")
}
d <- data.frame(time = column("time"), event = column("event"))
if (arguments[1] == "cox") for (j in 0:9) d[[paste0("x", j)]] <- column(paste0("x", j))
if (arguments[1] == "concordance") d$x0 <- column("x0")
before <- proc.time()
figure <- switch(arguments[1],
  km = { fit <- survfit(Surv(time, event) ~ 1, d); fit$surv[length(fit$surv) %/% 2 + 1] },
  # coxph computes the concordance of its fit, as we do
  cox = coxph(Surv(time, event) ~ ., d, ties = "efron")$concordance[["concordance"]],
  concordance = concordance(Surv(time, event) ~ x0, d, reverse = TRUE)$concordance)
used <- proc.time() - before
cat(sprintf("%.3f %.10g\n", used[["user.self"]] + used[["sys.self"]], figure))
