package com.acme;

import io.triglot.ApiService;
import java.io.File;

@ApiService
public class Files extends Base<File> {
  @Override
  public File handle(File value) {
    return value;
  }
}
