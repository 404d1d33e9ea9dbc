# Breaks of a level by R's strucchange: Rscript breakpoints.R LEAST MOST < values
# Prints the breaks of the number that BIC chooses, then the residual sum of squares of 0, 1, ... MOST breaks.
suppressMessages(library(strucchange))
arguments <- as.integer(commandArgs(trailingOnly = TRUE))
y <- scan(file("stdin"), quiet = TRUE)
full <- breakpoints(y ~ 1, h = arguments[1], breaks = arguments[2])
chosen <- breakpoints(full)$breakpoints
cat("breaks", chosen[!is.na(chosen)], "\n")
cat("rss", sprintf("%.17g", summary(full)$RSS["RSS", ]), "\n")
