# The reference values of ClusteringValidationTest: Rscript src/test/reference/clusters.R
library(cluster)
x <- iris[, 1:4]
set.seed(1)
k <- kmeans(x, 3, nstart = 50)
cat(sprintf("%.10f %.10f\n", k$tot.withinss, mean(silhouette(k$cluster, dist(x))[, 3])), sort(k$size), "\n")
p <- pam(x, 3)
cat(p$id.med, sprintf("%.10f\n", p$objective[["swap"]]))
d <- daisy(iris)
g <- pam(d, 3)
cat(g$id.med, sprintf("%.11f %.10f\n", g$objective[["swap"]], g$silinfo$avg.width))
cat(sprintf("%.9f\n", mean(apply(x, 2, var)) / (1 - sum((table(iris$Species) / 150)^2))))
