package dev.rapport.examples.benchmarks;

import java.util.AbstractList;

/** The numbers from 0 as ids. */
final class Ids extends AbstractList<String> {

    private final int size;

    Ids(int size) {
        this.size = size;
    }

    @Override
    public String get(int index) {
        return Integer.toString(index);
    }

    @Override
    public int size() {
        return size;
    }
}
