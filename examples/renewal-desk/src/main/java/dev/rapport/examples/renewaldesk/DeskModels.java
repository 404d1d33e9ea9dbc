package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.json.EngagementModelsDocument;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.review.Cadences;
import dev.rapport.examples.shared.PolicyFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.segment.Segment;
import dev.rapport.segmentation.segment.Segmentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How often each customer is to be met, where the policies of the book have engagement models: what reviews go by that
 * follow them. Customers are in the segment whose rules they meet on the day; what the planner holds them in is not known
 * here.
 *
 * @param models  which model the customers of each segment have
 * @param segmentation  which segment each customer is in
 */
record DeskModels(EngagementPolicy models, SegmentationDocument segmentation) {

    private static final String MODELS = EngagementModelsDocument.KIND.format();
    private static final String SEGMENTATION = "rapport/segmentation";

    /** The models among the policies of a folder; none if there are no such, or no such folder. */
    static Optional<DeskModels> in(Path folder, Set<AttributeKey<?>> attributes) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        List<JsonValue> models = new ArrayList<>();
        List<JsonValue> segmentations = new ArrayList<>();
        for (JsonInput document : PolicyFolder.read(folder)) {
            document.tree().find().ifPresent(tree -> {
                String format = format(tree);
                if (format.equals(MODELS)) {
                    models.add(tree);
                } else if (format.equals(SEGMENTATION)) {
                    segmentations.add(tree);
                }
            });
        }
        if (models.isEmpty()) {
            return Optional.empty();
        }
        if (models.size() > 1) {
            throw new UserError(
                    "format " + MODELS + " must come once in " + folder + ", comes " + models.size() + " times.");
        }
        EngagementPolicy policy =
                EngagementModelsDocument.KIND.read(models.get(0)).orThrow();
        AttributeShapes shapes = AttributeShapes.of(with(attributes, Planner.SEGMENT));
        Set<String> named =
                policy.segments().stream().map(SegmentModel::segment).collect(Collectors.toSet());
        List<SegmentationDocument> deciding = segmentations.stream()
                .map(tree -> SegmentationDocument.kind(shapes).read(tree).orThrow())
                .filter(document -> ids(document).containsAll(named))
                .toList();
        if (deciding.size() != 1) {
            throw new UserError(
                    "the segments that the engagement models name must be those of exactly one segmentation of "
                            + folder + ", " + deciding.size() + " have them all.");
        }
        return Optional.of(new DeskModels(policy, deciding.get(0)));
    }

    private static List<AttributeKey<?>> with(Set<AttributeKey<?>> attributes, AttributeKey<?> more) {
        List<AttributeKey<?>> all = new ArrayList<>(attributes);
        all.add(more);
        return all;
    }

    private static String format(JsonValue tree) {
        return tree instanceof JsonObject object
                ? object.find("format")
                        .filter(JsonText.class::isInstance)
                        .map(value -> ((JsonText) value).text())
                        .orElse("")
                : "";
    }

    private static Set<String> ids(SegmentationDocument document) {
        return document.strategy().segments().stream().map(Segment::id).collect(Collectors.toSet());
    }

    /** The book with the segments of its customers and how often they are to be met. */
    Book layOver(Book book) {
        String source = segmentation.header().id() + "@" + segmentation.header().revision();
        Book segmented = book.with(
                Planner.SEGMENT,
                source,
                Segmentation.of(segmentation.strategy(), book).segmentByCustomer());
        return Cadences.layOver(segmented, models, Planner.SEGMENT);
    }
}
