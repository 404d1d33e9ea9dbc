package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.json.JsonOut;
import dev.rapport.segmentation.clustering.ClusterCount;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.ClusteringMethod;
import dev.rapport.segmentation.clustering.ComparedAttribute;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.KPrototypes;
import dev.rapport.segmentation.clustering.Silhouette;
import dev.rapport.segmentation.quality.Stability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Clusters: k-means, k-medoids, k-prototypes. */
final class ClusterStudy implements StudyProgram.Method {

    private static final int MOST = 10;
    private static final int EXACT_SILHOUETTE = 10_000;
    private static final int SILHOUETTE_SAMPLE = 3_000;
    private static final int CURVE_UP_TO = 2_000;
    private static final int DRAWS = 25;

    enum Kind {
        KMEANS,
        KMEDOIDS,
        KPROTOTYPES
    }

    private final Kind kind;

    ClusterStudy(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Optional<Integer> k = arguments.findWhole("k", 1, 1000).map(Long::intValue);
        long seed = arguments.findWhole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L);
        OptionalDouble lambda = Input.number(arguments, "lambda", 0, 1e100);
        Input input = Input.of(table, arguments);
        if (kind == Kind.KMEANS) {
            if (input.hasCategories()) {
                throw new UserError("kmeans takes numeric columns only, had " + arguments.get("columns")
                        + ".\nMaybe kprototypes or kmedoids.");
            }
            input.requireAll();
        } else {
            input.requireSome();
        }
        try {
            ClusterData data = input.data();
            ClusteringMethod method = method(seed, arguments.has("standardise"), lambda);
            Optional<ClusterCount> count = k.isEmpty() || data.size() <= CURVE_UP_TO
                    ? Optional.of(ClusterCount.bySilhouette(quicker(method, data.size()), data, MOST))
                    : Optional.empty();
            int chosen = k.orElseGet(() -> count.orElseThrow().k());
            Clustering clustering = method.withK(chosen).fit(data);
            Optional<Stability> stability = data.size() <= CURVE_UP_TO
                    ? Optional.of(Stability.of(clustering, quickest(method), DRAWS, seed))
                    : Optional.empty();
            return split(input, clustering, count, stability, seed, k.isEmpty()).study();
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    /** For the curve, where n^2 dissimilarities a try would add up. */
    private static ClusteringMethod quicker(ClusteringMethod method, int size) {
        return method instanceof KMedoids medoids && size > 500
                ? medoids.restarts(2).swaps(0)
                : method;
    }

    /** For draws, in each of which it is done again. */
    private static ClusteringMethod quickest(ClusteringMethod method) {
        if (method instanceof KMeans means) {
            return means.restarts(3).swaps(0);
        }
        return method instanceof KMedoids medoids ? medoids.restarts(1).swaps(0) : method;
    }

    private ClusteringMethod method(long seed, boolean standardised, OptionalDouble lambda) {
        return switch (kind) {
            case KMEANS ->
                standardised
                        ? KMeans.of(2).seed(seed).standardised()
                        : KMeans.of(2).seed(seed);
            case KMEDOIDS ->
                standardised
                        ? KMedoids.of(2).seed(seed).standardised()
                        : KMedoids.of(2).seed(seed);
            case KPROTOTYPES -> {
                KPrototypes method = KPrototypes.of(2).seed(seed);
                method = lambda.isPresent() ? method.lambda(lambda.getAsDouble()) : method;
                yield standardised ? method.standardised() : method;
            }
        };
    }

    private Split split(
            Input input,
            Clustering clustering,
            Optional<ClusterCount> count,
            Optional<Stability> stability,
            long seed,
            boolean chosen) {
        Map<String, String> byCustomer = clustering.segmentByCustomer();
        Map<String, String> assignments = new LinkedHashMap<>();
        input.ids().forEach(id -> assignments.put(id, byCustomer.getOrDefault(id, "")));
        List<Split.Part> parts = new ArrayList<>();
        for (int i = 0; i < clustering.k(); i++) {
            parts.add(new Split.Part(
                    "c" + (i + 1), "c" + (i + 1), clustering.profiles().get(i).words(input::label)));
        }
        boolean sampled = clustering.data().size() > EXACT_SILHOUETTE;
        Optional<Silhouette> silhouette =
                sampled ? Silhouette.sampled(clustering, SILHOUETTE_SAMPLE, seed) : Silhouette.of(clustering);
        return new Split(
                "Clusters by " + String.join(", ", input.names()),
                parts,
                assignments,
                out -> {
                    write(out, input, clustering, silhouette, count, seed, chosen);
                    stability.ifPresent(one -> out.object(
                            "stability",
                            fields -> one.segments().forEach(each -> fields.field(each.segment(), each.jaccard()))));
                },
                page -> {
                    show(page, input, clustering, silhouette, count);
                    stability.ifPresent(one -> showStability(page, one));
                })
                .with(clustering.model());
    }

    private void write(
            JsonOut out,
            Input input,
            Clustering clustering,
            Optional<Silhouette> silhouette,
            Optional<ClusterCount> count,
            long seed,
            boolean chosen) {
        out.field("k", clustering.k());
        out.field("kChosenBySilhouette", chosen);
        out.field("objective", clustering.objective());
        if (silhouette.isPresent()) {
            out.field("silhouette", silhouette.get().mean());
            out.field("silhouetteOf", silhouette.get().size());
            out.field("silhouetteError", silhouette.get().standardError());
        } else {
            out.nullField("silhouette");
        }
        out.field("seed", seed);
        if (kind == Kind.KPROTOTYPES) {
            out.field("lambda", clustering.model().lambda());
        }
        if (kind == Kind.KMEDOIDS) {
            out.field("dissimilarity", input.hasCategories() ? "gower" : "euclidean");
            out.array("medoids", list -> clustering.medoids().forEach(list::value));
        }
        out.object("scales", fields -> {
            for (ComparedAttribute attribute : clustering.model().attributes()) {
                if (!attribute.feature().isCategory()) {
                    fields.field(input.label(attribute.feature()), attribute.scale());
                }
            }
        });
        count.ifPresent(curve -> out.array(
                "curve",
                list -> curve.curve()
                        .forEach(score -> list.object(fields -> fields.field("k", score.k())
                                .field("silhouette", score.score())
                                .field("objective", score.objective())))));
    }

    private static void show(
            StudyPage page,
            Input input,
            Clustering clustering,
            Optional<Silhouette> silhouette,
            Optional<ClusterCount> count) {
        ClusterPictures pictures = new ClusterPictures(clustering, input::label);
        page.paragraph("Objective " + StudyPage.number(clustering.objective())
                + silhouette
                        .map(one -> ", mean silhouette " + StudyPage.number(one.mean())
                                + (one.size() < clustering.data().size()
                                        ? " (of a sample of " + one.size() + ", standard error " + StudyPage.number(one.standardError())
                                        + ")"
                                        : ""))
                        .orElse("")
                + ".");
        pictures.profiles(page);
        silhouette.ifPresent(one -> pictures.silhouette(page, one));
        count.ifPresent(one -> ClusterPictures.curve(page, one));
        pictures.map(page);
    }

    private static void showStability(StudyPage page, Stability stability) {
        page.heading("Found again");
        page.paragraph("How much of each segment is found again in " + DRAWS
                + " bootstrap draws, as a mean Jaccard coefficient: from 0.75 on it is stable, below 0.5 it dissolves (Hennig).");
        page.table(
                List.of("segment", "found again"),
                stability.segments().stream()
                        .map(one -> List.of(one.segment(), StudyPage.number(one.jaccard())))
                        .toList());
    }
}
