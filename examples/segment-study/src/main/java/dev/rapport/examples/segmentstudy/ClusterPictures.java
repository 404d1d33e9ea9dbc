package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.segmentation.clustering.ClusterCount;
import dev.rapport.segmentation.clustering.ClusterScore;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.Feature;
import dev.rapport.segmentation.clustering.Silhouette;
import dev.rapport.segmentation.clustering.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Clusters in pictures. */
final class ClusterPictures {

    private static final int MOST_BARS = 600;
    private static final int MOST_POINTS = 2_000;

    private final Clustering clustering;
    private final Function<Feature, String> naming;

    ClusterPictures(Clustering clustering, Function<Feature, String> naming) {
        this.clustering = clustering;
        this.naming = naming;
    }

    private List<String> names() {
        return IntStream.rangeClosed(1, clustering.k()).mapToObj(i -> "c" + i).toList();
    }

    /** How each cluster differs from all customers, in standard deviations. */
    void profiles(StudyPage page) {
        page.heading("Profiles");
        for (int i = 0; i < clustering.k(); i++) {
            List<Picture.Bar> bars = new ArrayList<>();
            for (Trait trait : clustering.profiles().get(i).traits()) {
                String text = trait.text().map(word -> ": " + word).orElse("");
                bars.add(new Picture.Bar(naming.apply(trait.feature()) + text, trait.strength(), i));
            }
            page.picture(Picture.bars("c" + (i + 1) + " against all customers, in standard deviations", bars));
        }
    }

    /** A bar for each customer, cluster by cluster, the widest first. */
    void silhouette(StudyPage page, Silhouette silhouette) {
        int step = 1 + silhouette.size() / MOST_BARS;
        List<Picture.Bar> bars = new ArrayList<>();
        for (int label = 0; label < clustering.k(); label++) {
            int wanted = label;
            List<Double> widths = IntStream.range(0, silhouette.size())
                    .filter(i -> clustering.label(silhouette.row(i)) == wanted)
                    .mapToObj(silhouette::width)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (int i = 0; i < widths.size(); i += step) {
                bars.add(new Picture.Bar("", widths.get(i), label));
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int label = 0; label < clustering.k(); label++) {
            rows.add(List.of("c" + (label + 1), StudyPage.number(silhouette.ofCluster(label))));
        }
        page.heading("Silhouette")
                .picture(Picture.thinBars(
                        "How much nearer customers are to their own cluster than to the next, from -1 to 1", bars))
                .table(List.of("segment", "mean width"), rows);
    }

    /** The silhouette of each number of clusters. */
    static void curve(StudyPage page, ClusterCount count) {
        List<ClusterScore> curve = count.curve();
        if (curve.isEmpty()) {
            return;
        }
        page.heading("How many clusters")
                .paragraph("The mean silhouette is greatest with " + count.k() + ".")
                .picture(Picture.bars(
                        "Mean silhouette by number of clusters",
                        curve.stream()
                                .map(score -> new Picture.Bar("k = " + score.k(), score.score(), 0))
                                .toList()))
                .lines(
                        "Objective by number of clusters",
                        "clusters",
                        "objective",
                        List.of(new StudyPage.Series(
                                "objective",
                                curve.stream().mapToDouble(ClusterScore::k).toArray(),
                                curve.stream()
                                        .mapToDouble(ClusterScore::objective)
                                        .toArray(),
                                false)));
    }

    /** The customers along the two directions in which they differ most. */
    void map(StudyPage page) {
        PrincipalDirections directions = PrincipalDirections.of(clustering.data());
        int step = 1 + clustering.data().size() / MOST_POINTS;
        List<Picture.Point> points = new ArrayList<>();
        for (int row = 0; row < clustering.data().size(); row += step) {
            points.add(new Picture.Point(directions.first(row), directions.second(row), clustering.label(row)));
        }
        page.heading("Map")
                .picture(Picture.points(
                        "Two principal directions of the standardised columns, " + directions.words()
                                + " of the variance",
                        points,
                        names()));
    }
}
