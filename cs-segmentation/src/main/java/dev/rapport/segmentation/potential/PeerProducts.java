package dev.rapport.segmentation.potential;

import java.util.List;
import java.util.Optional;

/**
 * What peers have bought.
 *
 * @param peers  how many of them it is known of
 * @param products  the products, by name
 */
public record PeerProducts(int peers, List<PeerProduct> products) {

    /**
     * Copies the list.
     *
     * @param peers  how many of them it is known of
     * @param products  the products
     */
    public PeerProducts {
        products = List.copyOf(products);
    }

    Optional<PeerProduct> find(String product) {
        return products.stream().filter(one -> one.product().equals(product)).findFirst();
    }
}
