package com.acme.catalog;

import com.acme.catalog.Catalog.Product;
import io.triglot.ApiEntity;
import java.util.List;
import java.util.Map;
import java.util.Set;

public interface Shapes {
  @ApiEntity
  List<Product> ofSet(Set<String> ids);

  @ApiEntity
  Map<Integer, Product> otherKeys(Set<String> ids);

  @ApiEntity
  Map<String, String> texts(Set<String> ids);

  @ApiEntity
  Map<String, Product> two(Set<String> ids, int more);
}
