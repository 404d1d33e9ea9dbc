package dev.rapport.segmentation.json;

import dev.rapport.model.book.Book;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.quality.Effectiveness;
import dev.rapport.segmentation.quality.Estimate;
import dev.rapport.segmentation.quality.Finding;
import dev.rapport.segmentation.quality.OutcomeOfSegment;
import dev.rapport.segmentation.quality.QualityLimits;
import dev.rapport.segmentation.quality.SegmentSize;
import dev.rapport.segmentation.quality.SegmentStability;
import dev.rapport.segmentation.quality.SegmentationQuality;
import dev.rapport.segmentation.quality.Separation;
import dev.rapport.segmentation.quality.Stability;
import dev.rapport.segmentation.segment.Overlap;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How the judgement of a segmentation is written: the document {@code rapport/segmentation-quality}. The order of the fields is
 * stable; amounts are texts such as {@code EUR 1200.00}; a field without a value is left out. The plan has the same fields for
 * each of its segmentations.
 */
public final class SegmentationQualityJson {

    private static final int VERSION = 1;

    /** What is written as one document. */
    private record Document(SegmentationQuality quality, QualityLimits limits, Subject subject) {}

    /** What is judged, and on which book. */
    private record Subject(DocumentHeader definition, Book book) {}

    private static final Shape<List<String>> TEXTS = Shape.listOf(Shape.text());

    private static final Shape<Overlap> OVERLAP = Output.object("overlap", fields -> {
        fields.required("first", Shape.text(), overlap -> overlap.first().id());
        fields.required("second", Shape.text(), overlap -> overlap.second().id());
        fields.required("customers", Shape.integer(), Overlap::customers);
    });

    private static final Shape<SegmentSize> SIZE = Output.object("segment-size", fields -> {
        fields.required("segment", Shape.text(), size -> size.segment().id());
        fields.required("name", Shape.text(), size -> size.segment().name());
        fields.required("customers", Shape.integer(), SegmentSize::customers);
        fields.required("arr", Shape.money(), SegmentSize::revenue);
    });

    private static final Shape<OutcomeOfSegment> OUTCOME = Output.object("outcome-of-segment", fields -> {
        fields.required("segment", Shape.text(), outcome -> outcome.segment().id());
        fields.required("customers", Shape.integer(), OutcomeOfSegment::customers);
        fields.optionalNumber("mean", outcome -> finite(outcome.outcome().map(Estimate::mean)));
        fields.optionalNumber("low", outcome -> finite(outcome.outcome().map(Estimate::low)));
        fields.optionalNumber("high", outcome -> finite(outcome.outcome().map(Estimate::high)));
    });

    private static final Shape<Separation> SEPARATION = Output.object("separation", fields -> {
        fields.required("outcome", Shape.text(), Separation::name);
        fields.required("explained", Shape.number(), Separation::explained);
        fields.required("explainedBeyondChance", Shape.number(), Separation::explainedBeyondChance);
        fields.required("bySegment", Shape.listOf(OUTCOME), Separation::bySegment);
    });

    private static final Shape<Effectiveness> EFFECTIVENESS = Output.object("effectiveness", fields -> {
        fields.required("segment", Shape.text(), one -> one.segment().id());
        fields.required("value", Shape.number(), Effectiveness::value);
        fields.required("criterion", Shape.text(), Effectiveness::criterion);
    });

    private static final Shape<SegmentStability> STABLE = Output.object("segment-stability", fields -> {
        fields.required("segment", Shape.text(), SegmentStability::segment);
        fields.required("foundAgain", Shape.number(), SegmentStability::jaccard);
        fields.required("draws", Shape.integer(), SegmentStability::draws);
    });

    private static final Shape<Finding> FINDING = Output.object("segmentation-finding", fields -> {
        fields.required("code", Shape.text(), Finding::code);
        fields.required("text", Shape.text(), Finding::text);
    });

    private static final Shape<Document> DOCUMENT = Output.object("segmentation-quality-document", fields -> {
        fields.format("segmentation-quality", VERSION);
        fields.required(
                "date", Shape.date(), document -> document.subject().book().date());
        fields.required("asOf", Cuts.CUT, document -> document.subject().book());
        fields.required(
                "segmentation", Cuts.DEFINITION, document -> document.subject().definition());
        fields.required(
                "findings",
                Shape.listOf(FINDING),
                document -> document.quality().verdict(document.limits()));
        declareMissing(fields, document -> document.quality().segmentation());
        declareToday(fields, Document::quality);
        declareOutcomes(fields, document -> Optional.of(document.quality()), Document::quality);
    });

    private SegmentationQualityJson() {}

    /**
     * Writes a judgement.
     *
     * @param quality  the judgement
     * @param limits  from where on something speaks against the segmentation
     * @param definition  the header of the segmentation
     * @param book  the book that was assigned
     * @param out  where the document is written as one JSON value
     */
    public static void write(
            SegmentationQuality quality, QualityLimits limits, DocumentHeader definition, Book book, JsonOut out) {
        DOCUMENT.write(new Document(quality, limits, new Subject(definition, book)), out);
    }

    /**
     * The schema of the document.
     *
     * @return JSON Schema, as text
     */
    public static String toJsonSchema() {
        return DOCUMENT.toJsonSchema();
    }

    /**
     * What speaks against a segmentation.
     *
     * @return the shape
     */
    public static Shape<Finding> finding() {
        return FINDING;
    }

    /**
     * Declares who is in which segment and who in none.
     *
     * @param <T> what is written
     * @param fields  the fields of the whole
     * @param get  takes the segmentation from the whole
     */
    public static <T> void declareSegments(OutputFields<T> fields, Function<T, Segmentation> get) {
        fields.required("sizes", Output.mapOf(Shape.integer()), get.andThen(SegmentationQualityJson::sizes));
        declareMissing(fields, get);
    }

    private static <T> void declareMissing(OutputFields<T> fields, Function<T, Segmentation> get) {
        fields.required("overlaps", Shape.listOf(OVERLAP), get.andThen(Segmentation::overlaps));
        fields.required("gaps", TEXTS, get.andThen(Segmentation::gaps));
        fields.required("undecided", TEXTS, get.andThen(Segmentation::undecided));
        fields.required("failed", TEXTS, get.andThen(Segmentation::failed));
    }

    /**
     * Declares how large the segments are and how revenue is spread over them.
     *
     * @param <T> what is written
     * @param fields  the fields of the whole
     * @param get  takes the judgement from the whole
     */
    public static <T> void declareToday(OutputFields<T> fields, Function<T, SegmentationQuality> get) {
        fields.required(
                "exclusive",
                Shape.bool(),
                get.andThen(quality -> quality.segmentation().isExclusive()));
        fields.required(
                "exhaustive",
                Shape.bool(),
                get.andThen(quality -> quality.segmentation().isExhaustive()));
        fields.required("sizes", Shape.listOf(SIZE), get.andThen(SegmentationQuality::sizes));
        fields.required("withoutRevenue", Shape.integer(), get.andThen(SegmentationQuality::withoutRevenue));
        fields.required("giniOfCustomers", Shape.number(), get.andThen(SegmentationQuality::giniOfCustomers));
        fields.required("giniOfSegments", Shape.number(), get.andThen(SegmentationQuality::giniOfSegments));
        fields.required("herfindahlOfSegments", Shape.number(), get.andThen(SegmentationQuality::herfindahlOfSegments));
    }

    /**
     * Declares what became of the customers of the segments, and which segments tell most.
     *
     * @param <T> what is written
     * @param fields  the fields of the whole
     * @param outcomes  takes the judgement with outcomes from the whole, if there is one
     * @param today  takes the judgement that is there in any case
     */
    public static <T> void declareOutcomes(
            OutputFields<T> fields,
            Function<T, Optional<SegmentationQuality>> outcomes,
            Function<T, SegmentationQuality> today) {
        fields.required(
                "separations",
                Shape.listOf(SEPARATION),
                outcomes.andThen(
                        then -> then.map(SegmentationQuality::separations).orElse(List.of())));
        fields.required(
                "mostEffectiveFirst",
                Shape.listOf(EFFECTIVENESS),
                whole -> outcomes.apply(whole)
                        .orElseGet(() -> today.apply(whole))
                        .mostEffectiveFirst());
        fields.optional(
                "stability",
                Shape.listOf(STABLE),
                today.andThen(quality -> quality.stability().map(Stability::segments)));
    }

    private static Map<String, Integer> sizes(Segmentation segmentation) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        segmentation.sizes().forEach((segment, customers) -> sizes.put(segment.id(), customers));
        return sizes;
    }

    private static OptionalDouble finite(Optional<Double> number) {
        return number.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
