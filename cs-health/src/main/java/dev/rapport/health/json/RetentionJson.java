package dev.rapport.health.json;

import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrBridge.Kind;
import dev.rapport.health.retention.ArrChange;
import dev.rapport.health.retention.ChurnDate;
import dev.rapport.health.retention.CohortGrain;
import dev.rapport.health.retention.CohortTable;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RetentionMethod;
import dev.rapport.health.retention.RetentionRate;
import dev.rapport.health.retention.RetentionRates;
import dev.rapport.health.retention.Transfer;
import dev.rapport.health.retention.UnsignedRenewal;
import dev.rapport.model.family.Succession;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.Locale;
import java.util.Map;

/** How figures of retention are written: each with its level, method and definition. */
public final class RetentionJson {

    /** What the figures mean. */
    public static final Shape<RetentionDefinition> DEFINITION = Output.object("retention-definition", fields -> {
        fields.required("churnDate", Shape.oneOf(ChurnDate.class), RetentionDefinition::churnDate);
        fields.required("unsignedRenewals", Shape.oneOf(UnsignedRenewal.class), RetentionDefinition::unsigned);
        fields.required("graceDays", Shape.integer(), RetentionDefinition::graceDays);
        fields.optional("constantRatesOf", Shape.date(), RetentionDefinition::constantRatesOf);
    });

    private static final Shape<Level> LEVEL = Shape.oneOf(Level.class);

    private static final Shape<RetentionRate> RATE = Output.object("retention-rate", fields -> {
        fields.optionalNumber("share", RetentionRate::share);
        fields.required("kept", Shape.decimal(), RetentionRate::kept);
        fields.required("of", Shape.decimal(), RetentionRate::of);
        fields.required("estimate", EstimateShapes.ESTIMATE, RetentionRate::estimate);
    });

    /** Logo, gross and net. */
    public static final Shape<RetentionRates> RATES = Output.object("retention-rates", fields -> {
        fields.required("level", LEVEL, RetentionRates::level);
        fields.required("method", Shape.oneOf(RetentionMethod.class), RetentionRates::method);
        fields.required("since", Shape.date(), RetentionRates::since);
        fields.required("to", Shape.date(), RetentionRates::to);
        fields.required("logo", RATE, RetentionRates::logo);
        fields.required("gross", RATE, RetentionRates::gross);
        fields.required("net", RATE, RetentionRates::net);
        fields.required("pending", Shape.money(), RetentionRates::pending);
        fields.required("pendingUnits", Shape.integer(), RetentionRates::pendingUnits);
    });

    private static final Shape<ArrChange> MOVEMENT = Output.object("arr-movement", fields -> {
        fields.required("customer", Shape.text(), change -> change.unit().customerId());
        fields.optional("contract", Shape.text(), change -> change.unit().contract());
        fields.optional("product", Shape.text(), change -> change.unit().product());
        fields.required("kind", Shape.oneOf(Kind.class), change -> change.kind().orElseThrow());
        fields.required("amount", Shape.money(), ArrChange::amount);
    });

    private static final Shape<Succession.Kind> HOW =
            Shape.oneOf(Map.of("merged", Succession.Kind.MERGER, "split", Succession.Kind.SPLIT));

    private static final Shape<Transfer> TRANSFER = Output.object("arr-transfer", fields -> {
        fields.required("kind", HOW, Transfer::kind);
        fields.required("from", Shape.text(), Transfer::from);
        fields.required("to", Shape.text(), Transfer::to);
        fields.required("amount", Shape.money(), Transfer::amount);
    });

    /** The sums of a bridge, without the units behind them. */
    public static final Shape<ArrBridge> WATERFALL = Output.object("arr-waterfall", RetentionJson::declareSums);

    /** A bridge with the units that moved. */
    public static final Shape<ArrBridge> BRIDGE = Output.object("arr-bridge", fields -> {
        declareSums(fields);
        fields.required("merged", Shape.money(), bridge -> bridge.transferred(Succession.Kind.MERGER));
        fields.required("split", Shape.money(), bridge -> bridge.transferred(Succession.Kind.SPLIT));
        fields.required("movements", Shape.listOf(MOVEMENT), ArrBridge::movements);
        fields.required("transfers", Shape.listOf(TRANSFER), ArrBridge::transfers);
    });

    private static final Shape<CohortTable.Cell> CELL = Output.object("cohort-cell", fields -> {
        fields.required("units", Shape.integer(), CohortTable.Cell::units);
        fields.required("arr", Shape.money(), CohortTable.Cell::arr);
    });

    private static final Shape<CohortTable.Row> ROW = Output.object("cohort", fields -> {
        fields.required("cohort", Shape.text(), CohortTable.Row::cohort);
        fields.required("started", Shape.integer(), CohortTable.Row::started);
        fields.required("cells", Shape.listOf(CELL), CohortTable.Row::cells);
    });

    /** A table of cohorts. */
    public static final Shape<CohortTable> COHORTS = Output.object("cohort-table", fields -> {
        fields.required("level", LEVEL, CohortTable::level);
        fields.required("grain", Shape.oneOf(CohortGrain.class), CohortTable::grain);
        fields.required("dates", Shape.listOf(Shape.date()), CohortTable::dates);
        fields.required("cohorts", Shape.listOf(ROW), CohortTable::rows);
    });

    private RetentionJson() {}

    private static void declareSums(OutputFields<ArrBridge> fields) {
        fields.required("level", LEVEL, ArrBridge::level);
        fields.required("from", Shape.date(), ArrBridge::from);
        fields.required("to", Shape.date(), ArrBridge::to);
        fields.required("opening", Shape.money(), ArrBridge::opening);
        fields.required("currency", Shape.money(), ArrBridge::currency);
        fields.required("transferred", Shape.money(), ArrBridge::transferred);
        for (Kind kind : Kind.values()) {
            fields.required(kind.name().toLowerCase(Locale.ROOT), Shape.money(), bridge -> bridge.total(kind));
        }
        fields.required("becamePending", Shape.money(), ArrBridge::becamePending);
        fields.required("closing", Shape.money(), ArrBridge::closing);
        fields.required("pending", Shape.money(), ArrBridge::pending);
        fields.required("underNotice", Shape.money(), ArrBridge::underNotice);
    }
}
