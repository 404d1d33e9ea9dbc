# Reference values for EstimatorTest and AssociationTest: Rscript clustered.R (R 4.2, sandwich 3.0).
# sandwich shrinks HC2 by (g - 1) / g and cadjust = TRUE takes that back, which leaves the estimator of Bell and McCaffrey.
library(sandwich)
options(digits = 15)
account <- c("a","a","a","a","b","b","c","d","d","d","e","f","f","g","g","g","g","g","h","i")
x       <- c(  1,  1,  0,  1, -1, -1,  1,  0,  1,  1, -1,  1,  1, -1,  0,  0, -1, -1,  1,  0)
fit <- lm(x ~ 1)
satterthwaite <- function(X, cluster, a) { # Bell and McCaffrey (2002) with working independence, by matrices
  n <- nrow(X); M <- solve(crossprod(X)); I <- diag(n); H <- X %*% M %*% t(X)
  G <- sapply(unique(cluster), function(c) {
    i <- which(cluster == c)
    e <- eigen(diag(length(i)) - H[i, i, drop = FALSE], symmetric = TRUE)
    A <- e$vectors %*% diag(1 / sqrt(e$values), length(i)) %*% t(e$vectors)
    t(I - H)[, i, drop = FALSE] %*% A %*% X[i, , drop = FALSE] %*% M %*% a
  })
  l <- eigen(crossprod(G), symmetric = TRUE)$values
  sum(l)^2 / sum(l^2)
}
cat("mean", mean(x), "CR2", vcovCL(fit, cluster = account, type = "HC2"),
    "df", satterthwaite(matrix(1, 20, 1), account, 1), "s2/n", var(x) / 20, "\n")
period <- c(1,1,2,2,1,2,1,1,2,2,2,1,2,1,1,2,2,2,1,2)
X <- model.matrix(~ 0 + factor(period)); fit2 <- lm(x ~ 0 + X)
V <- vcovCL(fit2, cluster = account, type = "HC2"); a <- c(-1, 1)
cat("difference", sum(a * coef(fit2)), "CR2", t(a) %*% V %*% a, "df", satterthwaite(X, account, a), "cov", V[1,2], "V", diag(V), "\n")
quarter <- c(1,2,3,4,1,3,1,2,3,4,4,2,3,1,2,3,3,4,2,4)
Q <- model.matrix(~ 0 + factor(quarter)); fit4 <- lm(x ~ 0 + Q)
n <- colSums(Q); w <- n * (1:4 - sum(n * 1:4) / sum(n)); w <- w / sum(w * 1:4)
V4 <- vcovCL(fit4, cluster = account, type = "HC2")
cat("slope", coef(lm(x ~ quarter))[2], sum(w * coef(fit4)), "CR2", t(w) %*% V4 %*% w, "df", satterthwaite(Q, account, w), "\n")
cat("mean +-", .15 + c(-1, 1) * qt(.975, satterthwaite(matrix(1, 20, 1), account, 1)) * sqrt(vcovCL(fit, cluster = account, type = "HC2")), "\n")
cat("difference +-", 100 * (sum(a * coef(fit2)) + c(-1, 1) * qt(.975, satterthwaite(X, account, a)) * sqrt(c(t(a) %*% V %*% a))), "\n")
cat("slope +-", 100 * (sum(w * coef(fit4)) + c(-1, 1) * qt(.975, satterthwaite(Q, account, w)) * sqrt(c(t(w) %*% V4 %*% w))), "\n")
print(qt(.975, c(1, 2.5, 4, 9, 30.7, 1000))); print(qnorm(c(.95, .975, .995)))
print(t.test(c(rep(1, 7), rep(0, 5)))$conf.int)
u <- c(3,1,4,1,5,9,2,6,5,3,5,8); v <- c(2,7,1,8,2,8,1,8,2,8,4,5)
r <- cor(u, v, method = "spearman"); z <- atanh(r); s <- sqrt((1 + r^2 / 2) / (12 - 3))
cat("spearman", r, tanh(z + c(-1, 1) * qnorm(.975) * s), "\n")
f <- lm(v ~ u); V <- vcovHC(f, type = "HC2")
cat("slope", coef(f)[2], "HC2", V[2,2], "df", satterthwaite(cbind(1, u), 1:12, c(0, 1)),
    coef(f)[2] + c(-1, 1) * qt(.975, satterthwaite(cbind(1, u), 1:12, c(0, 1))) * sqrt(V[2,2]), "\n")
