package dev.rapport.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A customer that rules put into a segment; mutable, as rule engines have their facts. */
public final class SegmentCustomer {

    private static final List<String> COUNTRIES = List.of("DE", "AT", "CH", "FR", "BE", "NL", "GB", "IE", "US", "CA", "BR", "JP");

    private final String id;
    private final String country;
    private final double arr;
    private final double seats;
    private final double change;
    private int segment = -1;

    SegmentCustomer(String id, SplittableRandom random) {
        this.id = id;
        this.country = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        this.arr = StrictMath.exp(7 + 6 * random.nextDouble());
        this.seats = random.nextInt(1000);
        this.change = random.nextDouble() * 2 - 1;
    }

    static List<SegmentCustomer> some(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<SegmentCustomer> customers = new ArrayList<>(size);
        for (int row = 0; row < size; row++) {
            customers.add(new SegmentCustomer("c" + row, random));
        }
        return customers;
    }

    /** Who it is. */
    public String id() {
        return id;
    }

    /** Where it is. */
    public String getCountry() {
        return country;
    }

    /** What it pays a year. */
    public double getArr() {
        return arr;
    }

    /** How many seats it has. */
    public double getSeats() {
        return seats;
    }

    /** How its usage has changed. */
    public double getChange() {
        return change;
    }

    /** Its segment, -1 for none. */
    public int getSegment() {
        return segment;
    }

    /** Puts it into a segment. */
    public void setSegment(int newSegment) {
        segment = newSegment;
    }
}
