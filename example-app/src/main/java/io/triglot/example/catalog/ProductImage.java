package io.triglot.example.catalog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * What a product looks like.
 *
 * @param mediaType what its bytes show it to be, whatever it was sent as
 * @param content its bytes, which nobody changes
 */
@SuppressWarnings("ArrayRecordComponent") // images are not compared
record ProductImage(String mediaType, byte[] content) {
  /** No image has more bytes. */
  static final int LARGEST = 1 << 20;

  private static final Set<String> TYPES = Set.of("image/png", "image/jpeg");
  private static final RowMapper<ProductImage> ROW = ConstructorMapper.of(ProductImage.class);

  /**
   * An image of these bytes.
   *
   * @throws NoImage when they are none
   */
  static ProductImage of(byte[] content) throws IOException {
    String mediaType = URLConnection.guessContentTypeFromStream(new ByteArrayInputStream(content));
    if (content.length > LARGEST || mediaType == null || !TYPES.contains(mediaType)) {
      throw new NoImage();
    }
    return new ProductImage(mediaType, content);
  }

  /** The image of a product, if it has one. */
  static Optional<ProductImage> find(Handle tx, String productId) {
    return tx.createQuery("select media_type, content from product_images where product_id = :id")
        .bind("id", productId)
        .map(ROW)
        .findOne();
  }

  /** Makes it the image of a product that the transaction has locked. */
  void save(Handle tx, String productId) {
    tx.createUpdate("delete from product_images where product_id = :id")
        .bind("id", productId)
        .execute();
    String sql =
        "insert into product_images (product_id, media_type, content)"
            + " values (:id, :mediaType, :content)";
    tx.createUpdate(sql)
        .bind("id", productId)
        .bind("mediaType", mediaType)
        .bind("content", content)
        .execute();
  }
}
