package dev.rapport.engagement.json;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.HealthPoint;
import dev.rapport.engagement.file.NamedDecision;
import dev.rapport.engagement.file.NextStep;
import dev.rapport.engagement.file.ProfileLine;
import dev.rapport.engagement.file.TimelineItem;
import dev.rapport.engagement.file.UsageSummary;
import dev.rapport.health.Health;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.json.ExplanationJson;
import dev.rapport.model.json.AttributeValueJson;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a customer file is written: the document {@code rapport/customer-file}. The order of the fields is stable; a field
 * without a value is left out, and a section without entries is an empty list.
 */
public final class CustomerFileJson {

    private static final int VERSION = 1;

    private record Value(AttributeKey<?> key, Object value) {}

    private static final Shape<Value> VALUE =
            Output.value((value, out) -> AttributeValueJson.write(value.key(), value.value(), out));

    private static final Shape<Map<String, Value>> VALUES = Output.mapOf(VALUE);

    private static final Shape<ProfileLine> LINE = Output.object("profile-line", fields -> {
        fields.required("key", Shape.text(), line -> line.key().name());
        fields.optional(
                "status",
                Shape.oneOf(Reading.Status.class),
                line -> Optional.of(line.reading().status())
                        .filter(status -> value(line).isEmpty()));
        fields.optional(
                "reason",
                Shape.text(),
                line -> value(line).isPresent()
                        ? Optional.empty()
                        : line.reading().reason());
        fields.optionalPart(CustomerFileJson::value, known -> {
            known.required("value", VALUE, value -> value);
            known.optional("unit", Shape.text(), value -> value.key().unit());
            known.optional(
                    "dimension",
                    Shape.oneOf(Dimension.class),
                    value -> value.key().dimension());
        });
        fields.<Provenance>optionalPart(
                line -> value(line).flatMap(value -> line.reading().provenance()), ExplanationJson::declareProvenance);
    });

    private record FiledEntry(SeriesKey<?> series, Entry entry) {

        Map<String, Value> values() {
            Map<String, Value> values = new LinkedHashMap<>();
            for (AttributeKey<?> field : series.fields()) {
                Object value = entry.valueOrNull(field);
                if (value != null) {
                    values.put(field.name(), new Value(field, value));
                }
            }
            return values;
        }
    }

    private static final Shape<FiledEntry> ENTRY = Output.object("entry", fields -> {
        fields.required("id", Shape.text(), filed -> filed.entry().id());
        fields.required("at", Shape.instant(), filed -> filed.entry().at());
        fields.required("recordedAt", Shape.instant(), filed -> filed.entry().recordedAt());
        fields.required("from", Shape.text(), filed -> filed.entry().source());
        fields.required("fields", VALUES, FiledEntry::values);
    });

    private static final Shape<ContractLine> CONTRACT_LINE = Output.object("contract-line", fields -> {
        fields.required("id", Shape.text(), ContractLine::id);
        fields.required("terms", VALUES, line -> new FiledEntry(ContractLine.SERIES, line.entry()).values());
    });

    private static final Shape<FileContract> CONTRACT = Output.object("contract", fields -> {
        fields.required(
                "id", Shape.text(), contract -> contract.terms().contract().id());
        fields.required("inForce", Shape.bool(), FileContract::inForce);
        fields.optional("reportedArr", Shape.money(), FileContract::arr);
        fields.optional("termEnd", Shape.date(), FileContract::termEnd);
        fields.optional("decisionDate", Shape.date(), FileContract::decisionDate);
        fields.listUnlessEmpty("problems", Shape.text(), FileContract::problems);
        fields.required(
                "terms",
                VALUES,
                contract -> new FiledEntry(
                                Contract.SERIES, contract.terms().contract().entry())
                        .values());
        fields.required(
                "lines",
                Shape.listOf(CONTRACT_LINE),
                contract -> contract.terms().lines());
    });

    private static final Shape<UsageSummary.Month> MONTH = Output.object("usage-month", fields -> {
        fields.required("month", Shape.text(), month -> month.month().toString());
        fields.required("quantity", Shape.number(), UsageSummary.Month::quantity);
        fields.optionalNumber("activeUsers", UsageSummary.Month::activeUsers);
    });

    private static final Shape<UsageSummary.Feature> FEATURE = Output.object("usage-feature", fields -> {
        fields.required("name", Shape.text(), UsageSummary.Feature::name);
        fields.required("quantity", Shape.number(), UsageSummary.Feature::quantity);
    });

    private static final Shape<UsageSummary> USAGE = Output.object("usage", fields -> {
        fields.optional("lastSeen", Shape.date(), UsageSummary::lastSeen);
        fields.required("months", Shape.listOf(MONTH), UsageSummary::months);
        fields.required("features", Shape.listOf(FEATURE), UsageSummary::features);
    });

    private static final Shape<TimelineItem> TIMELINE_ITEM = Output.object("timeline-item", fields -> {
        fields.required("date", Shape.date(), TimelineItem::date);
        fields.required("kind", Shape.text(), TimelineItem::kind);
        fields.required("text", Shape.text(), TimelineItem::text);
    });

    private static final Shape<HealthPoint> HEALTH_POINT = Output.object("health-point", fields -> {
        fields.required("on", Shape.date(), HealthPoint::on);
        fields.required("band", Shape.text(), HealthPoint::band);
        fields.optionalNumber("score", HealthPoint::score);
    });

    private static final Shape<NextStep> NEXT_STEP = Output.object("next-step", fields -> {
        fields.required("kind", Shape.oneOf(NextStep.Kind.class), NextStep::kind);
        fields.required("what", Shape.text(), NextStep::what);
        fields.optional("by", Shape.date(), NextStep::by);
        fields.optional("who", Shape.text(), NextStep::who);
        fields.required("because", Shape.text(), NextStep::because);
    });

    private CustomerFileJson() {}

    /**
     * How files for some readers are written. Its schema is the same for all readers.
     *
     * @param shown  the most sensitive evidence that is written
     * @return the shape
     */
    public static Shape<CustomerFile> shape(Sensitivity shown) {
        Shape<Explanation> reasons = ExplanationJson.showing(shown).shape();
        return Output.object("customer-file", fields -> {
            declare(fields, reasons);
            fields.listUnlessEmpty(
                    "expansionIdeas",
                    ExpansionShapes.line(ExplanationText.showing(shown)),
                    file -> file.sections().expansionIdeas());
        });
    }

    /**
     * Writes a customer file.
     *
     * @param file  the file
     * @param out  where it is written as one JSON value
     */
    public static void write(CustomerFile file, JsonOut out) {
        shape(file.shown()).write(file, out);
    }

    private static void declare(OutputFields<CustomerFile> fields, Shape<Explanation> reasons) {
        Shape<NamedDecision> named = Output.object("named-decision", decision -> {
            decision.required("name", Shape.text(), NamedDecision::name);
            decision.required("reasons", reasons, NamedDecision::reasons);
        });
        Shape<Health> health = HealthShapes.filed(reasons);
        fields.format("customer-file", VERSION);
        fields.required("customer", Shape.text(), CustomerFile::customerId);
        fields.required("date", Shape.date(), CustomerFile::date);
        fields.required("asOf", Cut.SHAPE, file -> new Cut(file.asOf(), file.zone()));
        fields.required("reader", Shape.text(), file -> file.seen().reader());
        fields.required("shows", Shape.oneOf(Sensitivity.class), CustomerFile::shown);
        fields.required("profile", Shape.listOf(LINE), CustomerFile::profile);
        fields.optional("family", FamilyShapes.FAMILY, file -> file.sections().family());
        fields.optional("segment", named, file -> file.sections().segment());
        fields.optional("health", health, file -> file.sections().health());
        fields.optional("ownHealth", health, file -> file.sections().ownHealth());
        fields.listUnlessEmpty(
                "healthHistory", HEALTH_POINT, file -> file.sections().healthHistory());
        fields.optional("churnRisk", reasons, file -> file.sections().churnRisk());
        fields.required("contracts", Shape.listOf(CONTRACT), CustomerFile::contracts);
        fields.required("usage", USAGE, CustomerFile::usage);
        fields.required(
                "milestones",
                Shape.listOf(OccurrenceJson.OCCURRENCE),
                file -> file.sections().milestones());
        fields.required(
                "reviews",
                Shape.listOf(ReviewShapes.REVIEW),
                file -> file.sections().reviews());
        fields.required(
                "escalations",
                Shape.listOf(EscalationJson.ESCALATION),
                file -> file.sections().escalations());
        fields.optional(
                "lifeCycle", LifeCycleJson.JOURNEY, file -> file.sections().journey());
        fields.listUnlessEmpty(
                "outcomes", RoadmapShapes.OUTCOME, file -> file.sections().outcomes());
        fields.required(
                "nextSteps", Shape.listOf(NEXT_STEP), file -> file.sections().nextSteps());
        fields.required("timeline", Shape.listOf(TIMELINE_ITEM), CustomerFile::timeline);
        fields.required("series", Output.mapOf(Shape.listOf(ENTRY)), CustomerFileJson::series);
    }

    private static Optional<Value> value(ProfileLine line) {
        Object value = line.reading().valueOrNull();
        return value == null ? Optional.empty() : Optional.of(new Value(line.key(), value));
    }

    /** All series but those that have a section of their own. */
    private static Map<String, List<FiledEntry>> series(CustomerFile file) {
        Map<String, List<FiledEntry>> series = new LinkedHashMap<>();
        for (SeriesKey<?> key : file.series()) {
            if (!key.equals(Contract.SERIES) && !key.equals(ContractLine.SERIES) && !key.equals(Usage.SERIES)) {
                series.put(
                        key.name(),
                        file.entries(key).stream()
                                .map(entry -> new FiledEntry(key, entry))
                                .toList());
            }
        }
        return series;
    }
}
