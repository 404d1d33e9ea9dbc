package dev.rapport.examples.quickstart.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a customer has licensed when last under contract: seats of the core product, packages of others. */
final class Basket {

    static final String CORE = "core";
    private static final List<String> OTHERS = List.of("analytics", "automation", "security");
    private static final double[] SEAT_PRICES = {360, 420, 480, 540};

    /**
     * A product in the basket.
     *
     * @param product  which
     * @param quantity  how many seats or packages
     * @param unitPrice  the price of one for a year, in the customer's currency
     */
    record Item(String product, int quantity, double unitPrice) {

        Money priceOf(CurrencyUnit currency, double factor) {
            return Money.of(currency, BigDecimal.valueOf(unitPrice * factor), RoundingMode.HALF_EVEN);
        }
    }

    private Basket() {}

    /** The items, the core product first. */
    static List<Item> of(Profile profile) {
        Dice dice = profile.dice("basket");
        double arr = profile.arrInEuro() / Rates.today(profile.country().currency());
        int others = profile.is(Plant.SEATS_USED)
                ? 0
                : dice.weighted(0.8 + profile.tier().ordinal(), 2, 1);
        double coreShare = others == 0 ? 1 : dice.between(0.62, 0.78);
        double seatPrice = SEAT_PRICES[profile.tier().ordinal()] * dice.between(0.85, 1.15);
        int seats = Math.max(4, (int) Math.round(arr * coreShare / seatPrice));
        List<Item> items = new ArrayList<>();
        items.add(new Item(CORE, seats, arr * coreShare / seats));
        List<String> left = new ArrayList<>(OTHERS);
        for (int i = 0; i < others; i++) {
            String product = left.remove(dice.whole(0, left.size() - 1));
            int packages = profile.tier().isLarge() ? dice.whole(1, 4) : 1;
            items.add(new Item(product, packages, arr * (1 - coreShare) / others / packages));
        }
        return items;
    }
}
