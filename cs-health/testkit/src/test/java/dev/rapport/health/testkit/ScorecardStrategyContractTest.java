package dev.rapport.health.testkit;

import dev.rapport.health.HealthStrategy;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Cap;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;

class ScorecardStrategyContractTest extends HealthStrategyContract {

    @Override
    protected HealthStrategy strategy() {
        return scorecard("health", "1", 0.5);
    }

    static HealthStrategy scorecard(String id, String revision, double minimumCompleteness) {
        return Scorecard.builder(DocumentHeader.of(id, revision), Handling.REDISTRIBUTE, minimumCompleteness)
                .measure(Measure.of("use", "use", Curve.linear(new CurvePoint(0, 0), new CurvePoint(90, 100))), 70)
                .measure(Measure.of("sponsor", "sponsor.present", Curve.yesNo(100, 10)), 30)
                .cap(new Cap.When("sponsor-left", 60, new AttributeTest.Is("sponsor.present", false)))
                .bands(Bands.of(new Band("red", 0, 50), new Band("green", 50, 100))
                        .hysteresis(10))
                .resolve(SampleBooks.KEYS)
                .orThrow();
    }

    @Override
    protected List<Book> books() {
        return SampleBooks.books();
    }
}
