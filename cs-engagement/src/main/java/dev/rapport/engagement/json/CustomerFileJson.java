package dev.rapport.engagement.json;

import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileContract;
import dev.rapport.engagement.file.ProfileLine;
import dev.rapport.engagement.file.UsageSummary;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.json.AttributeValueJson;
import dev.rapport.model.json.ExplanationJson;
import dev.rapport.model.json.JsonOut;
import java.util.Locale;

/**
 * Writes a customer file. The order of the fields is stable; a field without a value is left out, and a section without
 * entries is an empty list.
 */
public final class CustomerFileJson {

    private static final int VERSION = 1;

    private final CustomerFile file;
    private final ExplanationJson reasons;

    private CustomerFileJson(CustomerFile file) {
        this.file = file;
        this.reasons = ExplanationJson.showing(file.shown());
    }

    /**
     * Writes a customer file.
     *
     * @param file  the file
     * @param out  where it is written as one JSON value
     */
    public static void write(CustomerFile file, JsonOut out) {
        out.object(new CustomerFileJson(file)::writeFields);
    }

    private void writeFields(JsonOut out) {
        out.field("format", "rapport/customer-file");
        out.field("version", (long) VERSION);
        out.field("customer", file.customerId());
        out.field("date", file.date());
        out.object(
                "asOf",
                asOf -> asOf.field("validAt", file.asOf().validAt())
                        .field("knownAt", file.asOf().knownAt())
                        .field("zone", file.zone().getId()));
        out.field("shows", word(file.shown()));
        out.array("profile", lines -> file.profile().forEach(line -> lines.object(fields -> writeLine(line, fields))));
        file.segment().ifPresent(segment -> writeNamed("segment", segment, out));
        file.health().ifPresent(health -> writeNamed("health", health, out));
        file.churnRisk().ifPresent(risk -> writeReasons("churnRisk", risk, out));
        out.array(
                "contracts",
                contracts -> file.contracts()
                        .forEach(contract -> contracts.object(fields -> writeContract(contract, fields))));
        out.object("usage", fields -> writeUsage(file.usage(), fields));
        out.array("milestones", items -> file.milestones().forEach(item -> OccurrenceJson.write(item, items)));
        out.array("escalations", items -> file.escalations().forEach(item -> EscalationJson.write(item, items)));
        file.journey()
                .ifPresent(journey -> out.object("lifeCycle", fields -> {
                    fields.array(
                            "currentStages",
                            items -> journey.currentStages().forEach(item -> LifeCycleJson.write(item, items)));
                    fields.array(
                            "findings", items -> journey.findings().forEach(item -> LifeCycleJson.write(item, items)));
                }));
        out.array(
                "timeline",
                items -> file.timeline()
                        .forEach(item -> items.object(fields -> fields.field("date", item.date())
                                .field("kind", item.kind())
                                .field("text", item.text()))));
        out.object("series", this::writeSeries);
    }

    private static void writeLine(ProfileLine line, JsonOut out) {
        AttributeKey<?> key = line.key();
        out.field("key", key.name());
        Object value = line.reading().valueOrNull();
        if (value == null) {
            out.field("status", word(line.reading().status()));
            line.reading().reason().ifPresent(reason -> out.field("reason", reason));
            return;
        }
        AttributeValueJson.write(key, value, out.name("value"));
        key.unit().ifPresent(unit -> out.field("unit", unit));
        key.dimension().ifPresent(dimension -> out.field("dimension", word(dimension)));
        line.reading().provenance().ifPresent(provenance -> writeProvenance(provenance, out));
    }

    private static void writeProvenance(Provenance provenance, JsonOut out) {
        provenance.validFrom().ifPresent(from -> out.field("validFrom", from));
        provenance.recordedAt().ifPresent(at -> out.field("recordedAt", at));
        out.field("source", provenance.source());
    }

    private void writeNamed(String section, CustomerFile.Named named, JsonOut out) {
        out.object(section, fields -> {
            fields.field("name", named.name());
            writeReasons("reasons", named.reasons(), fields);
        });
    }

    private void writeReasons(String field, Explanation explanation, JsonOut out) {
        reasons.write(explanation, out.name(field));
    }

    private static void writeContract(FileContract contract, JsonOut out) {
        Entry entry = contract.terms().contract().entry();
        out.field("id", entry.id());
        out.field("inForce", contract.inForce());
        contract.arr().ifPresent(arr -> out.field("reportedArr", arr.toString()));
        contract.termEnd().ifPresent(end -> out.field("termEnd", end));
        contract.decisionDate().ifPresent(date -> out.field("decisionDate", date));
        if (!contract.problems().isEmpty()) {
            out.array("problems", problems -> contract.problems().forEach(problems::value));
        }
        out.object("terms", fields -> writeEntryFields(Contract.SERIES, entry, fields));
        out.array(
                "lines",
                lines -> contract.terms()
                        .lines()
                        .forEach(line -> lines.object(fields -> {
                            fields.field("id", line.id());
                            writeEntryFields(ContractLine.SERIES, line.entry(), fields);
                        })));
    }

    private static void writeUsage(UsageSummary usage, JsonOut out) {
        usage.lastSeen().ifPresent(date -> out.field("lastSeen", date));
        out.array(
                "months",
                months -> usage.months()
                        .forEach(month -> months.object(fields -> {
                            fields.field("month", month.month().toString());
                            fields.field("quantity", month.quantity());
                            month.activeUsers().ifPresent(users -> fields.field("activeUsers", users));
                        })));
        out.array(
                "features",
                features -> usage.features()
                        .forEach(feature -> features.object(
                                fields -> fields.field("name", feature.name()).field("quantity", feature.quantity()))));
    }

    private void writeSeries(JsonOut out) {
        for (SeriesKey<?> key : file.series()) {
            if (key.equals(Contract.SERIES) || key.equals(ContractLine.SERIES) || key.equals(Usage.SERIES)) {
                continue;
            }
            out.array(
                    key.name(),
                    entries -> file.entries(key)
                            .forEach(entry -> entries.object(fields -> {
                                fields.field("id", entry.id());
                                fields.field("at", entry.at());
                                fields.field("recordedAt", entry.recordedAt());
                                fields.field("from", entry.source());
                                fields.object("fields", values -> writeEntryFields(key, entry, values));
                            })));
        }
    }

    private static void writeEntryFields(SeriesKey<?> key, Entry entry, JsonOut out) {
        for (AttributeKey<?> field : key.fields()) {
            Object value = entry.valueOrNull(field);
            if (value != null) {
                AttributeValueJson.write(field, value, out.name(field.name()));
            }
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
