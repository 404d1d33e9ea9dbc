package dev.rapport.segmentation.testkit;

import dev.rapport.model.book.Book;
import dev.rapport.segmentation.rfm.RfmCuts;
import dev.rapport.segmentation.rfm.RfmNames;
import dev.rapport.segmentation.rfm.RfmSegmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class RfmSegmentationContractTest extends SegmentationStrategyContract {

    @Override
    protected SegmentationStrategy strategy() {
        RfmCuts cuts = new RfmCuts(
                List.of(30.0, 90.0, 180.0, 360.0), List.of(2.0, 3.0, 5.0, 8.0), List.of(100.0, 200.0, 500.0, 900.0));
        return RfmSegmentation.of(cuts, CurrencyUnit.EUR, RfmNames.eleven());
    }

    @Override
    protected Book book() {
        Map<String, Double> days = new HashMap<>();
        Map<String, Double> counts = new HashMap<>();
        Map<String, Money> amounts = new HashMap<>();
        int i = 0;
        for (String id : Accounts.book().customerIds()) {
            i++;
            if (i % 7 > 0) {
                days.put(id, (double) (i * 37 % 500));
                counts.put(id, (double) (i * 11 % 10));
            }
            if (i % 5 > 0) {
                amounts.put(id, Money.of(CurrencyUnit.EUR, i * 131 % 1200));
            }
        }
        return Accounts.book()
                .with(RfmSegmentation.RECENCY, "test", days)
                .with(RfmSegmentation.FREQUENCY, "test", counts)
                .with(RfmSegmentation.MONETARY, "test", amounts);
    }
}
