# One clustering in a fresh process, as ClusteringFits: Rscript clustering.R medoids FOLDER
suppressMessages(library(cluster))
arguments <- commandArgs(trailingOnly = TRUE)
file <- file.path(arguments[2], "few")
x <- matrix(readBin(file, "double", file.size(file) / 8, endian = "little"), ncol = 8, byrow = TRUE)
used <- sapply(1:3, function(round) {
  before <- proc.time()
  fit <<- pam(x, 8, variant = "faster", keep.diss = FALSE, keep.data = FALSE)
  after <- proc.time() - before
  after[["user.self"]] + after[["sys.self"]]
})
cat(sprintf("%.3f %.10g %.3f\n", used[1], fit$objective[["swap"]], min(used[-1])))
