package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.ChurnLearning;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The document {@code rapport/churn-learning}.
 *
 * <pre>{@code
 * ChurnLearning how = ChurnLearningDocument.over(attributes).read(JsonInput.read("churn-learning.json", in)).orThrow();
 * }</pre>
 */
public final class ChurnLearningDocument {

    private static final int HUNDRED = 100;
    private static final int ONE_YEAR = 365;

    private ChurnLearningDocument() {}

    /**
     * The kind, over the attributes that a model may read.
     *
     * @param attributes  those that a book provides and those that are laid over it; of two with the same name the first
     *     counts
     * @return the kind
     */
    public static DocumentKind<ChurnLearning> over(Collection<? extends AttributeKey<?>> attributes) {
        Map<String, AttributeKey<?>> known = new TreeMap<>();
        attributes.forEach(key -> known.putIfAbsent(key.name(), key));
        Shape<Feature> feature = feature(known);
        return DocumentKind.of("churn-learning", 1, ChurnLearning::header, fields -> {
            var features = fields.required(
                    "features",
                    Shape.listOf(feature)
                            .notEmpty()
                            .uniqueBy("attribute", one -> one.key().name()),
                    ChurnLearning::features);
            var dates = fields.defaulted(
                    "dates",
                    Shape.integer().between(2, HUNDRED).described("How many past dates are learnt from and tried on"),
                    7,
                    ChurnLearning::dates);
            var every = fields.defaulted(
                    "everyMonths",
                    Shape.integer().between(1, HUNDRED).described("How far the dates are apart"),
                    3,
                    ChurnLearning::everyMonths);
            var most = fields.defaulted(
                    "atMostCustomers",
                    Shape.integer().atLeast(1).described("Of a larger book, how many customers are learnt from"),
                    3000,
                    ChurnLearning::atMostCustomers);
            var late = fields.defaulted(
                    "lateDays",
                    Shape.integer()
                            .between(0, ONE_YEAR)
                            .described("How many days without a contract are a renewal that was signed late"),
                    30,
                    ChurnLearning::lateDays);
            var ridge = fields.defaulted(
                    "ridge",
                    Shape.number().atLeast(0).described("The penalty on large coefficients"),
                    1.0,
                    ChurnLearning::ridge);
            var floors = fields.defaulted(
                    "floors",
                    HealthDocuments.VALIDATION.described("What the model must show before it is used"),
                    ValidationPolicy.models(),
                    ChurnLearning::floors);
            return (header, in) -> ChurnLearning.builder()
                    .header(header)
                    .features(in.get(features))
                    .dates(in.get(dates))
                    .everyMonths(in.get(every))
                    .atMostCustomers(in.get(most))
                    .lateDays(in.get(late))
                    .ridge(in.get(ridge))
                    .floors(in.get(floors))
                    .build();
        });
    }

    private static Shape<Feature> feature(Map<String, AttributeKey<?>> known) {
        Shape<AttributeKey<?>> attribute = Shape.text()
                .check((name, place) -> {
                    if (!known.containsKey(name)) {
                        place.error(
                                "unknown-attribute",
                                "unknown attribute " + Quote.text(name),
                                Nearest.advice(name, known.keySet()));
                    }
                })
                .<AttributeKey<?>>map(name -> Objects.requireNonNull(known.get(name), name), AttributeKey::name)
                .described("The name of an attribute: a number, an amount of money, a yes or no, or a text");
        return Shape.object("feature", fields -> {
            var key = fields.required("attribute", attribute, Feature::key);
            var scale = fields.defaulted(
                    "scale",
                    Shape.oneOf(Feature.Scale.class)
                            .described("How a number enters: as it is, or by its logarithm, sign(x) log(1 + |x|)"),
                    Feature.Scale.PLAIN,
                    Feature::scale);
            return in -> new Feature(in.get(key), in.get(scale));
        });
    }
}
