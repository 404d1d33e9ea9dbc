package dev.rapport.engagement.json;

import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.evaluation.Swing;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.plan.MarginOutlook;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import org.joda.money.Money;

/** How the margin of the coming year is written: its range, what moves it, and what each euro buys. */
final class OutlookShapes {

    static final Shape<Triangle> SHARE_KEPT = Output.object("share-kept", fields -> {
        fields.required("low", Shape.number(), Triangle::low);
        fields.required("likely", Shape.number(), Triangle::likely);
        fields.required("high", Shape.number(), Triangle::high);
    });

    private static final Shape<ModelOption> OPTION = Output.object("outlook-segment", fields -> {
        fields.required("segment", Shape.text(), option -> option.of().segment());
        fields.required("model", Shape.text(), option -> option.of().model());
        fields.required("shareKept", SHARE_KEPT, option -> option.expectation().share());
        fields.required("source", Shape.text(), option -> option.expectation().source());
        fields.optionalNumber("keptPerCost", ModelOption::keptPerCost);
    });

    private record Moved(String input, Money atLow, Money atHigh) {

        static Moved of(Swing swing, MarginOutlook outlook) {
            return new Moved(swing.input(), outlook.money(swing.atLow()), outlook.money(swing.atHigh()));
        }
    }

    private static final Shape<Moved> MOVED = Output.object("outlook-swing", fields -> {
        fields.required("input", Shape.text(), Moved::input);
        fields.required("marginAtLow", Shape.money(), Moved::atLow);
        fields.required("marginAtHigh", Shape.money(), Moved::atHigh);
    });

    private OutlookShapes() {}

    static void declareOutlook(OutputFields<MarginOutlook> fields) {
        fields.required("expectedMargin", Shape.money(), MarginOutlook::expected);
        fields.required("badYear", Shape.money(), MarginOutlook::bad);
        fields.required("ordinaryYear", Shape.money(), MarginOutlook::ordinary);
        fields.required("goodYear", Shape.money(), MarginOutlook::good);
        fields.required(
                "moves",
                Shape.listOf(MOVED),
                outlook -> outlook.tornado().stream()
                        .map(swing -> Moved.of(swing, outlook))
                        .toList());
        fields.required("segments", Shape.listOf(OPTION), MarginOutlook::segments);
    }
}
