# What AgainstOthersValidationTest compares with, on the files it generates: Rscript src/test/reference/live.R FOLDER
suppressMessages({library(cluster); library(classInt)})
folder <- commandArgs(TRUE)[1]
out <- file(file.path(folder, "r.csv"), "w")
put <- function(case, name, values) {
  writeLines(sprintf("%s,%s.%d,%.17g", case, name, seq_along(values), as.numeric(values)), out)
}
for (path in sort(list.files(folder, "^case-.*csv$", full.names = TRUE))) {
  case <- sub("case-(.*)\\.csv", "\\1", basename(path))
  x <- read.csv(path, stringsAsFactors = TRUE, na.strings = "")
  k <- x$k[1]
  set.seed(1)
  numbers <- x[, c("a", "b", "c")]
  mixed <- x[, c("a", "missing", "plan", "country")]
  plain <- dist(numbers)
  gower <- daisy(mixed, metric = "gower")
  holes <- daisy(x[, c("a", "missing", "c")], metric = "euclidean")
  put(case, "euclidean", plain)
  put(case, "gower", gower)
  put(case, "holes", holes)
  put(case, "silhouette", silhouette(x$label, plain)[, 3])
  put(case, "silhouette-gower", silhouette(x$label, gower)[, 3])
  put(case, "pam", c(pam(plain, k)$objective[["swap"]], pam(plain, k, variant = "faster")$objective[["swap"]]))
  put(case, "pam-gower", pam(gower, k)$objective[["swap"]])
  put(case, "kmeans", kmeans(numbers, k, nstart = 10, iter.max = 100)$tot.withinss)
  put(case, "kmeans-scaled", kmeans(scale(numbers), k, nstart = 10, iter.max = 100)$tot.withinss)
  put(case, "fisher", classIntervals(x$value, k, style = "fisher")$brks)
  if (as.integer(case) < 8) {
    gap <- clusGap(numbers, kmeans, K.max = 6, B = 40, d.power = 2, spaceH0 = "original", nstart = 10, iter.max = 100, verbose = FALSE)$Tab
    put(case, "gap-within", 2 * exp(gap[, "logW"]))
    put(case, "gap", gap[, "gap"])
    put(case, "gap-error", gap[, "SE.sim"])
    put(case, "gap-k", maxSE(gap[, "gap"], gap[, "SE.sim"], method = "Tibs2001SEmax"))
  }
  for (type in c(1, 2, 6, 7, 8)) put(case, paste0("quantile-", type), quantile(x$value, (0:k) / k, type = type))
}
for (path in sort(list.files(folder, "^large-.*csv$", full.names = TRUE))) {
  case <- sub("(.*)\\.csv", "\\1", basename(path))
  x <- read.csv(path)
  set.seed(1)
  fitted <- clara(x[, c("a", "b", "c")], x$k[1], samples = 5, sampsize = 100, pamLike = TRUE, rngR = TRUE)
  put(case, "clara", fitted$objective)
}
put("ruspini", "x", ruspini$x)
put("ruspini", "y", ruspini$y)
four <- pam(ruspini, 4)
put("ruspini", "medoids", four$id.med)
put("ruspini", "objective", four$objective[["swap"]])
put("ruspini", "silhouette", four$silinfo$avg.width)
close(out)
