package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.ConsoleProgram;
import dev.rapport.examples.shared.study.StudyProgram;
import java.util.Map;
import java.util.Set;

/** Splits the customers of one file by one method: {@code result.json}, {@code index.html} and the rows that were left out. */
public final class Main {

    private static final String HELP = """
            Splits the customers of a CSV file.

              kmeans        --data F --id COL --columns a,b [--k N] [--standardise]
                            clusters of numbers: least sum of squares within the clusters
              kmedoids      --data F --id COL --columns a,b:categorical [--k N] [--standardise]
                            clusters around customers: least mean dissimilarity; Euclidean, or Gower's with categorical columns
              kprototypes   --data F --id COL --columns a,b:categorical [--k N] [--lambda L] [--standardise]
                            clusters of numbers and texts: squares plus L for each text that differs
              rfm           --data F --id COL --date COL --amount COL [--as-of D] [--k N]
                            recency, frequency and monetary value, scored 1 to N (default 5), from one row for each purchase
              natural-breaks  --data F --id COL --columns a [--k N]
                            tiers that are as alike inside as they can be (default 4)
              quantiles     --data F --id COL --columns a [--k N] [--type 1|2|6|7|8]
                            tiers of as many customers each (default 4; type 7 of Hyndman and Fan)
              pareto        --data F --id COL --columns a [--shares 0.8,0.95]
                            A: the fewest customers that make the first share of the total; B: the next; C: the rest

              --columns C   with commas between; a name in double quotes may have commas, colons and doubled quotes in it
              --id COL      the column that names the customers; without it they are numbered 1, 2, ... as they stand
              --k N         how many; of clusters, without it, the number with the greatest silhouette of 2 to 10
              --seed S      what the random numbers begin with (default 1)
              --standardise numeric columns in standard deviations (n - 1) instead of as they are
              --as-of D     the day recency is counted from (default: the last date in the file); later rows are left out
              --out DIR     where result.json, index.html and rejected-rows.csv are written (default target/segment-study);
                            of clusters and tiers also segmentation.json, the fitted model, which assigns new customers
              --help        this text

            Rows whose cell is not a number where one is needed are left out and counted; so are rows without an id or with one
            that came before. A missing cell (empty or NA) leaves a row out, except in kmedoids and kprototypes, which compare
            by what both customers have. Breaks include the lower end: a tier is from its break to below the next; the
            highest includes the greatest value. Where breaks fall together there are fewer tiers.
            """;

    private static final Map<String, Set<String>> OF_SOME_METHODS = Map.of(
            "columns", Set.of("kmeans", "kmedoids", "kprototypes", "natural-breaks", "quantiles", "pareto"),
            "lambda", Set.of("kprototypes"),
            "type", Set.of("quantiles"),
            "shares", Set.of("pareto"),
            "date", Set.of("rfm"),
            "amount", Set.of("rfm"),
            "as-of", Set.of("rfm"));

    static final ConsoleProgram PROGRAM = new StudyProgram(
                    "segment-study",
                    HELP,
                    Map.of(
                            "kmeans", new ClusterStudy(ClusterStudy.Kind.KMEANS),
                            "kmedoids", new ClusterStudy(ClusterStudy.Kind.KMEDOIDS),
                            "kprototypes", new ClusterStudy(ClusterStudy.Kind.KPROTOTYPES),
                            "rfm", new RfmStudy(),
                            "natural-breaks", new TierStudy(TierStudy.Kind.NATURAL_BREAKS),
                            "quantiles", new TierStudy(TierStudy.Kind.QUANTILES),
                            "pareto", new TierStudy(TierStudy.Kind.PARETO)),
                    Set.of("id", "columns", "k", "seed", "lambda", "type", "shares", "date", "amount", "as-of"),
                    Set.of("standardise"),
                    OF_SOME_METHODS)
            .onConsole();

    private Main() {}

    /** Runs the program; ends with 0, or with 2 where something must be mended first. */
    public static void main(String[] args) {
        PROGRAM.runAndExit(args);
    }
}
