package dev.rapport.segmentation.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.segmentation.segment.SegmentationStrategy;

/**
 * A segmentation with who made it: the value of a document of the format {@code rapport/segmentation}.
 *
 * <pre>{@code
 * AttributeShapes attributes = AttributeShapes.of(book.provides().attributes());
 * SegmentationStrategy tiers = SegmentationDocument.kind(attributes)
 *         .read(JsonInput.read("value-tiers.json", in))
 *         .orThrow()
 *         .strategy();
 * }</pre>
 *
 * @param header  id, revision and who proposed and approved it
 * @param strategy  the strategy
 */
public record SegmentationDocument(DocumentHeader header, SegmentationStrategy strategy) {

    /**
     * Checks that both are there.
     *
     * @param header  id, revision and who proposed and approved it
     * @param strategy  the strategy
     */
    public SegmentationDocument {
        requireNonNull(header, "header");
        requireNonNull(strategy, "strategy");
    }

    /**
     * The documents with the standard types of strategies and conditions.
     *
     * @param attributes  the attributes that may be named
     * @return the kind, which reads, writes and gives the JSON Schema
     */
    public static DocumentKind<SegmentationDocument> kind(AttributeShapes attributes) {
        return kind(StrategyShapes.standard(attributes, ConditionShapes.standard(attributes)));
    }

    /**
     * The documents with the types of a host.
     *
     * @param strategies  the types of strategies
     * @return the kind, which reads, writes and gives the JSON Schema
     */
    public static DocumentKind<SegmentationDocument> kind(Shape<SegmentationStrategy> strategies) {
        return DocumentKind.of("segmentation", 1, SegmentationDocument::header, fields -> {
            var strategy = fields.required("strategy", strategies, SegmentationDocument::strategy);
            return (header, in) -> new SegmentationDocument(header, in.get(strategy));
        });
    }
}
